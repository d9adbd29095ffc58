// What two vendored modules look like to `tsc`, as far as our own modules use them.
// The others bring their own declarations beside their code; see `paths` in tsconfig.json.

declare module "htm/preact" {
  import type { Component, ComponentChild, ContainerNode, VNode } from "preact";
  export { Component, h } from "preact";
  export function render(tree: ComponentChild, parent: ContainerNode): void;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode;
}

declare module "socket.io-client" {
  export interface ManagerOptions {
    path?: string;
    transports?: readonly "websocket"[];
    autoConnect?: boolean;
    reconnection?: boolean;
    timeout?: number;
  }

  /** What a refused CONNECT carries: the server's words, and its error object in `data`. */
  export interface ConnectError extends Error {
    data?: unknown;
  }

  export class Manager {
    constructor(url: string, options?: ManagerOptions);
    socket(namespace: string): Socket;
  }

  export interface Socket {
    readonly connected: boolean;
    readonly disconnected: boolean;
    connect(): this;
    disconnect(): this;
    emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
    timeout(timeoutMs: number): this;
    on(event: "connect", listener: () => void): this;
    on(event: "connect_error", listener: (error: ConnectError) => void): this;
    on(event: "disconnect", listener: (reason: string, details?: unknown) => void): this;
    onAny(listener: (event: string, ...args: unknown[]) => void): this;
  }
}
