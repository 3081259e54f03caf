import { helpFor } from '#lib/ui/frame/help.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ help: helpFor(url.searchParams.get('page') ?? '/') });
