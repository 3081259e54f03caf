import { expect } from 'vitest';
import { firstUnit } from '../support/firstUnit.ts';
import { journey, withChromium } from '../support/journey.ts';

withChromium();

journey(
  'A visitor is asked to sign in before he sees anything',
  async ({ person, inspect }) => {
    const page = await person();
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await inspect(page);
    await page.getByRole('textbox').first().fill('nobody');
    await page.locator('input[type=password]').fill('not the password');
    await page.locator('main form').getByRole('button').first().click();
    await page.getByRole('alert').first().waitFor();
    await inspect(page);
  },
  { prepare: firstUnit },
);
