import { create, toBinary } from '@bufbuild/protobuf';
import {
  type AttributeProto,
  AttributeProtoSchema,
  AttributeProto_AttributeType as AttributeType,
  TensorProto_DataType as DataType,
  type GraphProto,
  GraphProtoSchema,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from 'onnx-buf';

/** The contrib operators of ONNX Runtime. */
export const MICROSOFT = 'com.microsoft';
/** Version of the standard operators, where nothing else is asked for. */
export const OPSET = 20;

type Attribute = number | readonly number[] | { readonly float: number } | { readonly graph: GraphProto };
type Attributes = Readonly<Record<string, Attribute>>;
type Data = Float32Array | Int8Array | Uint8Array | BigInt64Array;

/** Names of a value in the graph. */
export type Value = string;

/**
 * Writes one ONNX graph, node by node, in order of execution. Names come from a counter, so that the same calls
 * give the same bytes.
 */
export interface OnnxGraph {
  /** Adds a node of one output and returns that output's name. Floats in attributes are given as `{ float: x }`. */
  node(op: string, inputs: readonly Value[], attributes?: Attributes, domain?: string): Value;
  /** As `node`, for a known number of outputs. */
  nodes(op: string, inputs: readonly Value[], outputs: number, attributes?: Attributes): Value[];
  /** A float32 value of that shape by one of two ways; only that one is run. `condition` is a single truth value. */
  either(condition: Value, dims: Dims, then: () => Value, otherwise: () => Value): Value;
  tensor(data: Data, dims: readonly number[]): Value;
  scalar(value: number): Value;
  /** A one-dimensional int64 tensor: shapes, axes, starts and ends. The same values share one tensor. */
  ints(...values: number[]): Value;
  /** A float32 input of the model; a text as dimension is a symbolic one. Returns its name. */
  input(name: string, dims: Dims): Value;
  /** Makes a float32 value an output of the model under that name. */
  output(name: string, dims: Dims, from: Value): void;
  /** The finished model. */
  finish(name: string): Uint8Array;
}

export type Dims = readonly (string | number)[];

const TYPES = [
  [Float32Array, DataType.FLOAT],
  [Int8Array, DataType.INT8],
  [Uint8Array, DataType.UINT8],
  [BigInt64Array, DataType.INT64],
] as const;

/** Starts an empty graph. */
export function onnxGraph(opset = OPSET): OnnxGraph {
  let nodes: NodeProto[] = [];
  const tensors: TensorProto[] = [];
  const inputs: ValueInfoProto[] = [];
  const outputs: ValueInfoProto[] = [];
  const shared = new Map<string, Value>();
  let counter = 0;
  const fresh = (stem: string): Value => `${stem}_${counter++}`;

  const graph: OnnxGraph = {
    node: (op, inputs, attributes, domain = '') => addNode(op, inputs, 1, attributes, domain)[0]!,
    nodes: (op, inputs, outputs, attributes) => addNode(op, inputs, outputs, attributes, ''),
    either(condition, dims, then, otherwise) {
      const [then_branch, else_branch] = [branch(dims, then), branch(dims, otherwise)];
      return graph.node('If', [condition], { then_branch, else_branch });
    },
    tensor(data, dims) {
      const name = fresh('w');
      const dataType = TYPES.find(([type]) => data instanceof type)![1];
      const rawData = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
      tensors.push(create(TensorProtoSchema, { name, dataType, dims: dims.map(BigInt), rawData }));
      return name;
    },
    scalar: (value) => share(`f ${value}`, () => graph.tensor(Float32Array.of(value), [])),
    ints: (...values) =>
      share(`i ${values}`, () => graph.tensor(BigInt64Array.from(values, BigInt), [values.length])),
    input(name, dims) {
      inputs.push(port(name, dims));
      return name;
    },
    output(name, dims, from) {
      nodes.push(create(NodeProtoSchema, { opType: 'Identity', input: [from], output: [name] }));
      outputs.push(port(name, dims));
    },
    finish: (name) => {
      const domains = nodes.some((n) => n.domain === MICROSOFT) ? ['', MICROSOFT] : [''];
      return toBinary(
        ModelProtoSchema,
        create(ModelProtoSchema, {
          irVersion: opset < 23 ? 9n : 11n,
          producerName: 'portolan',
          opsetImport: domains.map((domain) => ({ domain, version: domain ? 1n : BigInt(opset) })),
          graph: { name, node: nodes, initializer: tensors, input: inputs, output: outputs },
        }),
      );
    },
  };

  function addNode(
    op: string,
    from: readonly Value[],
    count: number,
    attributes: Attributes = {},
    domain: string,
  ): Value[] {
    const names = Array.from({ length: count }, () => fresh(op.toLowerCase()));
    nodes.push(
      create(NodeProtoSchema, {
        opType: op,
        domain,
        input: [...from],
        output: names,
        attribute: Object.entries(attributes).map(attribute),
      }),
    );
    return names;
  }

  /** The nodes that `make` adds, as a graph of their own; they may read whatever was there before. */
  function branch(dims: Dims, make: () => Value): { graph: GraphProto } {
    const outer = nodes;
    nodes = [];
    const output = [port(make(), dims)];
    const inner = create(GraphProtoSchema, { name: fresh('branch'), node: nodes, output });
    nodes = outer;
    return { graph: inner };
  }

  function share(key: string, make: () => Value): Value {
    const known = shared.get(key) ?? make();
    shared.set(key, known);
    return known;
  }

  return graph;
}

function attribute([name, value]: [string, Attribute]): AttributeProto {
  if (typeof value === 'number')
    return create(AttributeProtoSchema, { name, type: AttributeType.INT, i: BigInt(value) });
  if (Array.isArray(value))
    return create(AttributeProtoSchema, { name, type: AttributeType.INTS, ints: value.map(BigInt) });
  const other = value as { float: number } | { graph: GraphProto };
  return 'graph' in other
    ? create(AttributeProtoSchema, { name, type: AttributeType.GRAPH, g: other.graph })
    : create(AttributeProtoSchema, { name, type: AttributeType.FLOAT, f: other.float });
}

function port(name: string, dims: Dims): ValueInfoProto {
  const dim = dims.map((d) => ({
    value:
      typeof d === 'string'
        ? ({ case: 'dimParam', value: d } as const)
        : ({ case: 'dimValue', value: BigInt(d) } as const),
  }));
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value: { elemType: DataType.FLOAT, shape: { dim } } } },
  });
}
