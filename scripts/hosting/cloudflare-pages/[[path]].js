/**
 * Returns the response to a preflight. Without this function, Cloudflare Pages returns 405 to OPTIONS. It serves all other requests as
 * files. Copy it to `functions/[[path]].js` in the folder from which you deploy. The headers are those of `public/_headers`.
 */
export function onRequestOptions() {
  const headers = {
    Allow: 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  };
  return new Response(null, { status: 204, headers });
}
