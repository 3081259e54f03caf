/** Line drawings on a 24 × 24 ground, stroked in the colour of the text. */
export const icons = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  book: 'M12 6C9.500 4 6.500 3.700 3.500 4v14.500c3-.3 6 0 8.500 2 2.500-2 5.500-2.300 8.500-2V4c-3-.3-6 0-8.500 2zM12 6v14.500',
  pen: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19zM14 6.500l3.500 3.500M13 20h7',
  cards: 'M4 8h12v12H4zM8 8V4h12v12h-4M7 14l2 2 4-4',
  desk: 'M4 5h16v10H4zM9 19h6M12 15v4M8 9h8M8 12h5',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6M15.500 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500c2.200.8 3.500 2.700 3.500 5.500',
  hand: 'M4 12h12M11 6.500l5.500 5.500-5.500 5.500M20 5v14',
  chart: 'M4 4v16h16M8 16v-4M12.500 16V8M17 16v-6',
  report: 'M6 3.500h8.500L18 7v13.500H6zM14 3.500V7.500h4M9 12h6M9 16h6',
  key: 'M8.500 15.500a4.500 4.500 0 1 1 3.200-7.700L20 8v4h-3v3h-3.500l-1.500-1.500',
  more: 'M4 7h16M4 12h16M4 17h16',
} as const;

export type IconName = keyof typeof icons;
