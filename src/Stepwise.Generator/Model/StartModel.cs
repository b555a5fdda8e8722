namespace Stepwise.Generator.Model;

/// <summary>The input contract of a machine, and the reference to its first state.</summary>
internal sealed record StartModel(string MethodName, EquatableArray<ParameterModel> Parameters, StateReference? Next, int Anchor);
