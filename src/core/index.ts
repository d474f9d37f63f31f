/** core's table of contents: everything that the rest of the extension, and other programs, may use. */
export type { AxisLabels, DType, NumericArray } from './array/numericArray';
export { dtypes, numericArray } from './array/numericArray';
export type { Problem } from './problem';
export type { Arithmetic } from './precision/arithmetic';
export type { Activation, Parameter, Parameters, Preset, Properties } from './activations/activation';
export type { Framework, Spelling } from './function/spelling';
export type { FunctionDescription, FunctionKind, FunctionRecord } from './function/record';
export type {
  AxisParameter,
  ChoiceParameter,
  FunctionParameter,
  NumberParameter,
  Setting,
  Settings,
} from './function/parameter';
export { callOf, modes, type FunctionCall, type Mode, type Rounding } from './function/call';
export { CallError, type CallFault, type CallFaultCode } from './function/fault';
export { settingFault } from './function/settingFault';
export { settingsSchema, type SettingsSchema, type SettingSchema } from './function/settingsSchema';
export { functions } from './functions/registry';
export { recognise, recogniseName, type Recognised } from './functions/spelled/recognise';
export { spellings } from './functions/spelled/registry';
export type { SpelledArgument, SpelledCall, SpelledKind, SpelledValue } from './functions/spelled/spelledCall';
export { callFault, gradient, resultShape, run, settingsOf } from './functions/run';
export type {
  NotationId,
  PrintedDigits,
  ReadFailure,
  ReadHint,
  ReadResult,
  ReadSuccess,
  TextRange,
  ValueRanges,
} from './notation/notation';
export type { ProblemCode } from './notation/problems';
export { notations } from './notation/registry';
export { readArray } from './notation/readArray';
export { findArrayAt } from './notation/find/findArrayAt';
export { writeArray, type WriteOptions } from './notation/writeArray';
export { testSnippet, tolerances, type ExpectedValues } from './notation/write/testSnippet';
export { readAssignments, type NamedArray } from './notation/readAssignments';
export { activations } from './activations/registry';
export { saturatedShare, slopeZones, type SlopeZone } from './activations/slopeZones';
export { derivative, evaluate, type EvaluateOptions } from './activations/evaluate';
export { useKernels, type KernelSource } from './kernels/useKernels';
export { roundTo } from './precision/roundTo';
export { bitsOf, type Bits } from './precision/bitsOf';
export { fromBits } from './precision/fromBits';
export { neighbours } from './precision/neighbours';
export { ulpOf } from './precision/ulpOf';
export { describeDtype, type DTypeDescription } from './precision/describeDtype';
export { arithmeticOf } from './precision/arithmeticOf';
export type { SoftmaxOptions } from './softmax/options';
export { softmax } from './softmax/softmax';
export { logSoftmax } from './softmax/logSoftmax';
export { naiveSoftmax } from './softmax/naiveSoftmax';
export { softmin } from './softmax/softmin';
export { sparsemax } from './softmax/sparsemax';
export { entmax15 } from './softmax/entmax15';
export { hardmax } from './softmax/hardmax';
export { softmaxPlusOne } from './softmax/softmaxPlusOne';
export { softmaxFamily } from './softmax/registry';
export type { SoftmaxRecord, SoftmaxStep } from './softmax/record';
export { logSumExp } from './softmax/logSumExp';
export { logShiftedSoftmax } from './softmax/logShiftedSoftmax';
export { glu } from './gates/glu';
export { swiglu } from './gates/swiglu';
export { geglu } from './gates/geglu';
export { reglu } from './gates/reglu';
export { gates } from './gates/registry';
export type { AnyGateOptions, GateRecord } from './gates/record';
export type { GateOptions } from './gates/gateAlongAxis';
export { maxout, type MaxoutOptions } from './gates/maxout';
export { summarize } from './summary/summarize';
export { rowEntropies } from './summary/entropy';
export { topK, type RankedNumber } from './summary/topK';
export { histogram, type Histogram } from './summary/histogram';
export type { Summary, SummaryOptions } from './summary/summary';

// plot
export { sparkline } from './plot/sparkline';
export { darkPalette, lightPalette, sceneSvg } from './plot/sceneSvg';

// format
export { completeParameters } from './activations/parameters';
export { functionPlot } from './plot/functionPlot';
export { plainFormula } from './format/plainFormula';
export { significant } from './format/significant';
export { columnFormat, type ColumnFormat, type ColumnOptions } from './format/column';
export {
  compareDtypes,
  type ComparedFunction,
  type DTypeComparison,
  type LargestError,
} from './diagnosis/compareDtypes';

// networks
export type { Layer, Network, Trace } from './network/network';
export { sampleNetwork } from './network/network';
export { forward } from './network/forward';
export { backward, type Gradients } from './network/backward';
export { networkHealth, type LayerHealth, type UnitHealth } from './network/health';
export { readNetwork, type NetworkHint, type NetworkResult } from './network/readNetwork';

// diagnosis
export { diagnose } from './diagnosis/diagnose';
export type { Subject } from './diagnosis/context';
export type { Finding, FindingId } from './diagnosis/finding';

// training
export { losses, type Loss, type LossId } from './training/loss';
export { lossOf, type LossResult } from './training/lossOf';
export { startTraining, train, trainingHealth, type Training, type TrainingSettings } from './training/training';
export { schemes, initialise, type SchemeId } from './training/initialise';
export { dataSet, dataSets, type DataSet, type DataSetId } from './training/dataSets';
export { denseNetwork } from './training/denseNetwork';
export { dyingRelu } from './training/dyingRelu';
export { decision, rangeOf, type Decision } from './training/decision';

// code
export { aliasesOf } from './code/formula/aliases';
export { callAt, callsIn } from './code/formula/calls';
export { codeLanguage, parseCode, startParse, type ParsedCode, type SlicedParse } from './code/formula/grammar';
export { pathOf, type Argument, type Call, type Expression } from './code/formula/expression';
export { findUnstable } from './code/unstable/findUnstable';
export { withoutSilenced } from './code/unstable/silenced';
export { unstableIds, type Remark, type TextChange, type UnstableId } from './code/unstable/remark';

// code
export { workOut, type WorkOutOptions } from './code/workOut';
export type { CodeArray, CodeStep, CodeValue, WorkedOut } from './code/workedOut';
