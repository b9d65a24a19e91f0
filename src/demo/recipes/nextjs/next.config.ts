import type { NextConfig } from "next";

const config: NextConfig = {
  // Not the repository, which has lock files of its own.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
};

export default config;
