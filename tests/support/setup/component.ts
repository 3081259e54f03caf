import './console.ts';
import '#lib/styles/tokens.css';
import '#lib/styles/base.css';
import '#lib/styles/controls.css';
