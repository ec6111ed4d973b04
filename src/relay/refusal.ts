/** An answer that is an error: `{"error": "…", "status": n}`. */
export function refusal(status: number, error: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ error, status }), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
