const NAMES: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  cuda: 'GPU (CUDA)',
  dml: 'GPU (DirectML)',
  coreml: 'Core ML',
  webgpu: 'GPU (WebGPU)',
};

/** What runs the model, as people call it. */
export const providerName = (provider: string): string => NAMES[provider.toLowerCase()] ?? provider;
