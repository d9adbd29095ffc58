// What two vendored modules look like to `tsc`, as far as our own modules use them.
// The others bring their own declarations beside their code; see `paths` in tsconfig.json.

declare module "htm/preact" {
  import type { Component, ComponentChild, ContainerNode, VNode } from "preact";
  export { Component, h } from "preact";
  export function render(tree: ComponentChild, parent: ContainerNode): void;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode;
}

declare module "socket.io-client" {
  export interface SocketOptions {
    path?: string;
    transports?: readonly "websocket"[];
    auth?: Record<string, unknown> | ((give: (auth: Record<string, unknown>) => void) => void);
    autoConnect?: boolean;
    forceNew?: boolean;
    multiplex?: boolean;
    reconnection?: boolean;
    reconnectionAttempts?: number;
    reconnectionDelay?: number;
    reconnectionDelayMax?: number;
    randomizationFactor?: number;
    timeout?: number;
    closeOnBeforeunload?: boolean;
    addTrailingSlash?: boolean;
  }

  /** What a refused CONNECT carries: the server's words, and its error object in `data`. */
  export interface ConnectError extends Error {
    data?: unknown;
  }

  export interface Engine {
    readonly id: string;
    close(): void;
    on(event: "packet", listener: (packet: { type: string; data?: unknown }) => void): void;
    on(event: "close", listener: (reason: string, details?: unknown) => void): void;
  }

  export interface Manager {
    readonly engine: Engine;
    reconnection(on: boolean): this;
    reconnectionDelay(delayMs: number): this;
    reconnectionDelayMax(delayMs: number): this;
    randomizationFactor(factor: number): this;
    on(event: "error", listener: (error: Error) => void): this;
    on(event: "ping" | "reconnect_failed", listener: () => void): this;
    on(event: "reconnect_attempt" | "reconnect", listener: (attempt: number) => void): this;
    on(event: "reconnect_error", listener: (error: Error) => void): this;
    off(event?: string): this;
  }

  export interface Socket {
    readonly id: string | undefined;
    readonly connected: boolean;
    readonly disconnected: boolean;
    readonly active: boolean;
    readonly recovered: boolean;
    readonly io: Manager;
    auth: SocketOptions["auth"];
    connect(): this;
    disconnect(): this;
    emit(event: string, ...args: unknown[]): this;
    emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
    timeout(timeoutMs: number): this;
    on(event: "connect", listener: () => void): this;
    on(event: "connect_error", listener: (error: ConnectError) => void): this;
    on(event: "disconnect", listener: (reason: string, details?: unknown) => void): this;
    // Events of our own: the generated typedefs say what they carry.
    on(event: string, listener: (...args: any[]) => void): this;
    once(event: string, listener: (...args: any[]) => void): this;
    off(event?: string, listener?: (...args: any[]) => void): this;
    onAny(listener: (event: string, ...args: unknown[]) => void): this;
    offAny(listener?: (event: string, ...args: unknown[]) => void): this;
    removeAllListeners(event?: string): this;
  }

  export function io(options?: SocketOptions): Socket;
  export function io(url: string, options?: SocketOptions): Socket;
  export default io;
}
