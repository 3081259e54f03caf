/** `desk`: bars and page; `door`: before sign-in; `room`: the page fills the screen by itself. */
export type Shape = 'desk' | 'door' | 'room';

/** Text, outline and proof stand beside one another there. */
export function isWide(routeId: string | null): boolean {
  return routeId === '/(insight)/insight/reports/[year]';
}

/** Which frame a route stands in. */
export function frameShape(routeId: string | null, signedIn: boolean): Shape {
  if (routeId === '/(learn)/attempts/[id]') return 'room';
  return signedIn ? 'desk' : 'door';
}
