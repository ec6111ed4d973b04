/** One WebDriver session. Source: https://www.w3.org/TR/webdriver2/ */
export interface Session {
  /** A command of the session: method, path below the session, body. Throws the driver's own error. */
  command<T>(method: string, path: string, body?: object): Promise<T>;
}

async function request<T>(method: string, url: string, body?: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (value?.error) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Begins a session with a driver that listens at `url`. */
export async function startSession(url: string, capabilities: object): Promise<Session> {
  const body = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = await request<{ sessionId: string }>("POST", `${url}/session`, body);
  return {
    command: (method, path, body) => request(method, `${url}/session/${sessionId}${path}`, body),
  };
}
