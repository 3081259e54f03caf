import adapter from '@sveltejs/adapter-node';

/**
 * SHA-256 of the one inline style that SvelteKit's client writes: the visually hidden region in which it announces
 * page changes to screen readers. `tests/architecture/policy.test.ts` recomputes it from the generated root component.
 */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter(),
    csp: {
      mode: 'nonce',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', announcerStyle],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    // src/hooks/sameOrigin.ts refuses cross-site requests, JSON ones too; Kit's own check knows form bodies only.
    csrf: { trustedOrigins: ['*'] },
  },
};
