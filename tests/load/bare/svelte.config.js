import adapter from '@sveltejs/adapter-node';

/** The bare application of the yardsticks: one endpoint, no hooks. Built into the git-ignored `bench/`. */
export default {
  kit: {
    adapter: adapter({ out: '../../../bench/bare' }),
    outDir: '../../../bench/.svelte-kit',
    csrf: { trustedOrigins: ['*'] },
  },
};
