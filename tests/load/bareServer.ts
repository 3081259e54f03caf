import { createServer } from 'node:http';

/** The barest yardstick, in a process of its own: reads a JSON save, answers with JSON, keeps nothing. */
createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    const answer = JSON.stringify({ saved: JSON.parse(body) !== null });
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', Buffer.byteLength(answer));
    response.end(answer);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
