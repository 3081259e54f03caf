// Stops with a clear sentence when an older Node runs what needs the project's own.
export function requireNode26() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 26) return;
  console.error(
    `需要 Node 26（当前 ${process.versions.node}）。请在项目目录用 npm run 启动，它会使用自带的 Node。`,
  );
  process.exit(2);
}
