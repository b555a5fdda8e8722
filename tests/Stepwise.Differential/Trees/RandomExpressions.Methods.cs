using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Methods, local functions and static values that a body uses; copies, equality and types of records.</content>
internal sealed partial class RandomExpressions
{
    private const int MostMembers = 6;

    private readonly List<Function> _functions = [];
    private readonly List<Node> _members = [];
    private readonly List<Variable> _constants = [];
    private bool _isInMethod;

    private sealed record Function(string Name, TypeRef Returns, IReadOnlyList<Variable> Parameters, bool IsLocal);

    /// <summary>A call of a method, an old or a new one.</summary>
    private Node? Call(TypeRef type, int depth, Scope scope)
    {
        var known = _functions.Where(function => function.Returns == type && !(function.IsLocal && _isInMethod)).ToList();
        if ((known.Count > 0 && _random.Next(2) == 0 ? OneOf(known) : NewMethod(type, depth)) is not { } called)
        {
            return null;
        }

        var arguments = called.Parameters.Select(parameter => Value(parameter.Type, depth - 1, scope)).ToArray();
        var order = Enumerable.Range(0, arguments.Length).ToList();
        if (_random.Next(4) == 0)
        {
            order = [.. order.OrderBy(_ => _random.Next())];
            return new("callNamed", type, $"{called.Name}({string.Join(", ", order.Select(i => called.Parameters[i].Name + ": #"))})", [.. order.Select(i => arguments[i])]) { IsPrimary = true };
        }

        return new(called.IsLocal ? "callLocal" : "call", type, $"{called.Name}({string.Join(", ", arguments.Select(static _ => "#"))})", arguments) { IsPrimary = true };
    }

    private Function? NewMethod(TypeRef type, int depth)
    {
        if (_members.Count >= MostMembers || _isInMethod && _random.Next(3) > 0)
        {
            return null;
        }

        var wasInMethod = _isInMethod;
        _isInMethod = true;
        var (function, declaration) = NewFunction(type, _random.Next(0, depth), new Scope(_constants), isLocal: false);
        _isInMethod = wasInMethod;
        _members.Add(declaration);
        _functions.Add(function);
        return function;
    }

    private (Function Function, Node Declaration) NewFunction(TypeRef type, int depth, Scope around, bool isLocal)
    {
        var parameters = Enumerable.Range(0, _random.Next(1, 4)).Select(_ =>
        {
            var parameter = _random.Next(3) == 0 ? _types.RandomParameter(isRecord: true) : OneOf(_types.Scalars);
            return NewVariable("p", _random.Next(3) == 0 ? parameter.Nullable : parameter.NotNull);
        }).ToList();
        var scope = around.With(parameters);
        var name = NewVariable("F", type).Name;
        var head = (isLocal ? "" : "private static ") + $"{type.Text} {name}({string.Join(", ", parameters.Select(static parameter => parameter.Type.Text + " " + parameter.Name))}) ";
        var function = new Function(name, type, parameters, isLocal);
        if (!IsJsonata || _random.Next(3) > 0)
        {
            return (function, new(isLocal ? "localFunction" : "method", null, head + "=> #;", Value(type, depth, scope)));
        }

        var (local, variable) = Local(scope, depth);
        return (function, new(isLocal ? "localFunction" : "method", null, head + "{ # return #; }", local, Value(type, depth, scope.With([variable]))));
    }

    /// <summary>A static value, which all of the class can read.</summary>
    private void AddConstant()
    {
        var type = _random.Next(3) == 0 ? _types.RandomParameter(isRecord: true).NotNull : OneOf(_types.Scalars);
        if (type.Type is RecordType record && record.Members.Exists(static member => member.Type.Nullness is Nullness.Oblivious))
        {
            return;
        }

        try
        {
            var value = Least(type, new Scope([]));
            var variable = NewVariable("C", type);
            _members.Add(new("staticReadonly", null, $"private static readonly {type.Text} {variable.Name} = #;", value));
            _constants.Add(variable);
        }
        catch (NoValueException)
        {
            // Not every type has a constant.
        }
    }

    /// <summary>A copy of a record.</summary>
    private Node? Copy(TypeRef type, int depth, Scope scope)
    {
        if (type.Type is not RecordType { Creation: Types.Creation.Positional } record)
        {
            return null;
        }

        var set = record.Members.OrderBy(_ => _random.Next()).Take(_random.Next(0, 3)).Select(member => new Node("initializer", null, member.Name + " = #", Argument(member, depth, scope)));
        return new("with", type, "@ with #", Value(type, depth - 1, scope), Node.List("initializers", null, "{ ", ", ", " }", set, 0));
    }

    /// <summary>The equality of two records.</summary>
    private Node? RecordEquality(int depth, Scope scope)
    {
        if (_types.Comparable.Where(record => scope.PathsTo(record, mayBeNull: false).Count + scope.PathsTo(record, mayBeNull: true).Count > 0).ToList() is not { Count: > 0 } records)
        {
            return null;
        }

        var type = new TypeRef(OneOf(records));
        var (left, right) = (Value(_random.Next(2) == 0 ? type.Nullable : type, depth - 1, scope), Value(_random.Next(3) == 0 ? type.Nullable : type, depth - 1, scope));
        return _random.Next(4) == 0 && left.Type!.Nullness is Nullness.NotNull
            ? new("recordEquals", _types.Boolean, "@.Equals(#)", left, right) { IsPrimary = true }
            : new("recordEquality", _types.Boolean, $"@ {OneOf(_equalities)} @", left, right);
    }

    private Node TupleEquality(int depth, Scope scope)
    {
        var (first, second) = (OneOf(_types.Scalars), OneOf(_types.Scalars));
        return new(
            "tupleEquality",
            _types.Boolean,
            $"(#, #) {OneOf(_equalities)} (#, #)",
            Value(first.Nullable, depth - 1, scope),
            Value(second, depth - 1, scope),
            Value(first, depth - 1, scope),
            Value(second, depth - 1, scope));
    }

    /// <summary>A test of the type of a value whose JSON says it.</summary>
    private Node? TypeTest(int depth, Scope scope)
    {
        var shapes = _types.Records.Where(static record => record.Derived.Count > 0);
        if (Pick([.. shapes.SelectMany(shape => scope.PathsTo(shape, mayBeNull: true).Concat(scope.PathsTo(shape, mayBeNull: false)))]) is not { } path)
        {
            return null;
        }

        var derived = OneOf(((RecordType)path.Type!.Type).Derived).Type;
        if (_random.Next(3) == 0)
        {
            return new("typePattern", _types.Boolean, $"@ is {derived.Name}", path);
        }

        var variable = NewVariable("t", new(derived));
        return new("typeTest", _types.Boolean, $"@ is {derived.Name} {variable.Name} && @", path, Condition(depth - 1, scope.With([variable])));
    }

    /// <summary>A property or a method of a record that has a body.</summary>
    private Node? Computed(TypeRef type, int depth, Scope scope)
    {
        if (type.Type is not ScalarType { Scalar: Scalar.Int or Scalar.Text })
        {
            return null;
        }

        var part = Value(new(_types.Comparable[0]), depth - 1, scope);
        return type.Type switch
        {
            ScalarType { Scalar: Scalar.Int } => _random.Next(2) == 0
                ? new("computedProperty", type, "@.Twice", part) { IsPrimary = true }
                : new("instanceMethod", type, "@.Less(#)", part, Value(type, depth - 1, scope)) { IsPrimary = true },
            _ => new("computedProperty", type, "@.Label", part) { IsPrimary = true },
        };
    }
}
