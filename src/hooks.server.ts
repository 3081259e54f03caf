import type { HandleServerError, ServerInit } from '@sveltejs/kit';

import { access } from './hooks/access.ts';
import { act } from './hooks/act.ts';
import { addressLimit } from './hooks/addressLimit.ts';
import { display } from './hooks/display.ts';
import { failure } from './hooks/failure.ts';
import { firstRun } from './hooks/firstRun.ts';
import { house } from './hooks/house.ts';
import { inOrder } from './hooks/inOrder.ts';
import { ownAddress } from './hooks/ownAddress.ts';
import { plainAddress } from './hooks/plainAddress.ts';
import { requestId } from './hooks/requestId.ts';
import { restOfBody } from './hooks/restOfBody.ts';
import { sameOrigin } from './hooks/sameOrigin.ts';
import { securityHeaders } from './hooks/securityHeaders.ts';

export const init: ServerInit = async () => {
  await house();
};

export const handle = inOrder(
  requestId,
  restOfBody,
  securityHeaders,
  sameOrigin,
  plainAddress,
  ownAddress,
  act,
  addressLimit,
  firstRun,
  access,
  display,
);

export const handleError: HandleServerError = failure;
