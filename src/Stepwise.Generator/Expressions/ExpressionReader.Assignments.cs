using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Assignments to local variables. Each gives the variable a new value under a new name: a definition never changes one.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>The assignments that have been read, with the values before.</summary>
    private readonly List<(ISymbol Variable, Expression? Before)> _assigned = [];

    /// <summary>The variables that functions in a body read, by the operation that the body is.</summary>
    private readonly Dictionary<IOperation, HashSet<ISymbol>> _captured = [];

    /// <summary>How many assignments have been read: <see cref="TakeBack"/> returns to it.</summary>
    public int Assigned => _assigned.Count;

    /// <summary>Gives variables the values that they had before: what a branch assigns is not seen in the other.</summary>
    public void TakeBack(int assigned)
    {
        for (var i = _assigned.Count - 1; i >= assigned; i--)
        {
            var (variable, before) = _assigned[i];
            if (before is null)
            {
                _locals.Remove(variable);
            }
            else
            {
                _locals[variable] = before;
            }
        }

        _assigned.RemoveRange(assigned, _assigned.Count - assigned);
    }

    /// <summary>Reads what gives local variables their values.</summary>
    public void ReadStep(StepOutcome step)
    {
        switch (step)
        {
            case { Step: IVariableDeclarationGroupOperation group }:
                ReadLocals(group);
                break;
            case { Branches: { } branches }:
                ReadBranches(step.Step, branches);
                break;
            default:
                ReadAssignment(step.Step);
                break;
        }
    }

    /// <summary>Reads the local variables of a body. A path or a constant needs no variable; anything else is computed where it is declared, once, and also if nothing reads it.</summary>
    private void ReadLocals(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.Symbol.IsRef)
                {
                    Assign(declarator.Symbol, Refuse(RefKeyword(declaration), "a 'ref' variable", "declare it without 'ref'"), Anchor(declarator));
                }
                else if (declarator.GetVariableInitializer()?.Value is { } value)
                {
                    Assign(declarator.Symbol, Read(value), context.Anchor(NameOf(declarator)));
                }
            }
        }
    }

    private static Location RefKeyword(IVariableDeclarationOperation declaration) =>
        (declaration.Syntax is VariableDeclarationSyntax { Type: var type } ? type : declaration.Syntax).GetFirstToken().GetLocation();

    private void Assign(ISymbol variable, Expression value, int anchor)
    {
        _assigned.Add((variable, _locals.TryGetValue(variable, out var before) ? before : null));
        _locals[variable] = value.IsPath() || value is ConstantExpression or InvalidExpression ? value
            : value.Unbounded(Known) is { } quotient ? RefuseUnbounded(quotient)
            : AsLocal(value, number => number.IsPath() ? number : Declare(number, variable.Name, anchor, isDeclared: true));
    }

    private void ReadAssignment(IOperation assignment)
    {
        var target = AssignedTo(assignment);
        if (VariableOf(target) is not { } variable)
        {
            if (target is not IInvalidOperation)
            {
                RefuseAssignment(assignment, "an assignment to '" + Shorten(target.Syntax) + "'", "a value never changes: build a new one with 'new', or assign to a local variable");
            }

            return;
        }

        if (IsCaptured(assignment, variable))
        {
            RefuseAssignment(assignment, "an assignment to '" + variable.Name + "', which a lambda or a local function reads,", "declare another variable");
            Assign(variable, Invalid(assignment), Anchor(target));
            return;
        }

        Assign(variable, ReadAssigned(assignment, target), Anchor(target));
    }

    private Expression ReadAssigned(IOperation assignment, IOperation target)
    {
        switch (assignment)
        {
            case ISimpleAssignmentOperation simple:
                return Read(simple.Value);
            case ICoalesceAssignmentOperation coalesce:
                var left = Once(Read(target));
                var right = Behind(coalesce.Value, guard: null, () => Read(coalesce.Value));
                return Coalesce(coalesce, target.Type, left, right);
            case IIncrementOrDecrementOperation { OperatorMethod: null } step:
                return IsCalculated(step.Type)
                    ? Calculate(step, step.Kind is OperationKind.Increment ? ArithmeticOperator.Add : ArithmeticOperator.Subtract, Read(target), Number(1L, step))
                    : RefuseOperator(step);
            case ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } text:
                return Hole(target) is { } before && Hole(text.Value) is { } added ? Format(text, [before, added]) : Invalid(text);
            case ICompoundAssignmentOperation { OperatorMethod: null, InConversion.IsIdentity: true, OutConversion.IsIdentity: true } compound
                when ArithmeticOf(compound.OperatorKind) is { } arithmetic && IsCalculated(compound.Type):
                return Calculate(compound, arithmetic, Read(target), Read(compound.Value));
            default:
                return RefuseOperator(assignment);
        }
    }

    private bool IsCalculated(ITypeSymbol? type) => type is not null && context.Types.Read(type).Kind is WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double
        && type.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16);

    private InvalidExpression RefuseOperator(IOperation assignment) =>
        RefuseAssignment(assignment, "the operator of '" + Shorten(assignment.Syntax) + "'", "write it out, as in 'x = x + y'");

    private InvalidExpression RefuseAssignment(IOperation assignment, string what, string instead) => Refuse(
        assignment.Syntax switch
        {
            AssignmentExpressionSyntax syntax => syntax.OperatorToken.GetLocation(),
            PrefixUnaryExpressionSyntax syntax => syntax.OperatorToken.GetLocation(),
            PostfixUnaryExpressionSyntax syntax => syntax.OperatorToken.GetLocation(),
            var syntax => syntax.GetLocation(),
        },
        what,
        instead);

    private static IOperation AssignedTo(IOperation assignment) => assignment is IIncrementOrDecrementOperation step ? step.Target : ((IAssignmentOperation)assignment).Target;

    /// <summary>The local variable or the parameter that is assigned to; null for all other targets.</summary>
    private static ISymbol? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Whether a variable is read on the right of the <c>??=</c> that assigns it. It is null there, and C# does not warn about that if its type is a nullable value type.</summary>
    private static bool IsAssignedWhereNull(IOperation operation)
    {
        if (VariableOf(Unwrap(operation)) is not { } variable)
        {
            return false;
        }

        for (var inner = operation; inner.Parent is { } outer; inner = outer)
        {
            if (outer is ICoalesceAssignmentOperation assignment && assignment.Value == inner && SymbolEqualityComparer.Default.Equals(VariableOf(assignment.Target), variable))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a function in the body reads the variable of what is around it: it would see the value of its time.</summary>
    private bool IsCaptured(IOperation assignment, ISymbol variable)
    {
        var root = RootOf(assignment);
        if (!_captured.TryGetValue(root, out var captured))
        {
            captured = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var function in root.Descendants().Where(static operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                captured.UnionWith(function.Descendants().Select(VariableOf).OfType<ISymbol>().Where(used => !IsDeclaredIn(used, function)));
            }

            _captured.Add(root, captured);
        }

        return captured.Contains(variable);
    }

    private static bool IsDeclaredIn(ISymbol variable, IOperation part) => variable.Locations is [var declared] && part.Syntax.Span.Contains(declared.SourceSpan);

    /// <summary>The assignments in a statement to variables that are read behind it: those that are declared before it, and the pattern variables of the condition of an <c>if</c>.</summary>
    private IEnumerable<IOperation> AssignedIn(IOperation statement)
    {
        HashSet<ISymbol>? readOutside = null;
        foreach (var operation in statement.Descendants())
        {
            if (operation is IIncrementOrDecrementOperation or IAssignmentOperation && VariableOf(AssignedTo(operation)) is { } variable
                && (!IsDeclaredIn(variable, statement)
                    || (readOutside ??= new HashSet<ISymbol>(LocalsReadOutside(statement, statement.Syntax.Span), SymbolEqualityComparer.Default)).Contains(variable)))
            {
                yield return operation;
            }
        }
    }

    /// <summary>Refuses what a statement assigns that returns for some values, and goes on from several places.</summary>
    public void RefuseAssignedIn(AttemptOutcome attempt)
    {
        if (AssignedIn(attempt.Statement).FirstOrDefault() is { } assignment)
        {
            RefuseAssignment(assignment, "an assignment beside a 'return' that is not reached for all values", "return in every branch of the 'if' or 'switch', or assign in one that does not return");
        }
    }

    /// <summary>Refuses a computed variable of a statement that is read behind it, where the rules that follow do not have its value.</summary>
    public void RefuseEscapingFrom(AttemptOutcome attempt)
    {
        foreach (var variable in LocalsReadOutside(attempt.Statement, attempt.Statement.Syntax.Span))
        {
            if (_locals.TryGetValue(variable, out var value) && value.Root() is LocalExpression)
            {
                _locals[variable] = RefuseEscaping(variable);
            }
        }
    }

    /// <summary>Reads an <c>if</c> or <c>switch</c> that assigns: the variables are what the branch that applies gives them.</summary>
    private void ReadBranches(IOperation statement, Outcome branches)
    {
        var variables = new List<ISymbol>();
        foreach (var assignment in AssignedIn(statement))
        {
            if (VariableOf(AssignedTo(assignment)) is { } variable && !variables.Contains(variable, SymbolEqualityComparer.Default))
            {
                variables.Add(variable);
            }
        }

        switch (variables)
        {
            case []:
                // A condition that fails does so although nothing follows from it.
                Once(ReadOutcome(branches, new Returns(_ => ExpressionSimplifier.Null(WireType.Boolean, Anchor(statement)), ChooseNothing)));
                break;
            case [var variable]:
                var type = TypeOf(variable);
                var isSet = true;
                var value = ReadOutcome(branches, new Returns(
                    end =>
                    {
                        var current = Current(end, variable);
                        isSet &= current is not null;
                        return current ?? ExpressionSimplifier.Null(type is null ? WireType.Unknown : context.Types.Read(type), Anchor(statement));
                    },
                    (operation, condition, whenTrue, whenFalse) => Choose(operation, type, condition, whenTrue, whenFalse)));
                Assign(variable, value, Anchor(statement));
                if (!isSet)
                {
                    _locals.Remove(variable);
                }

                break;
            default:
                ReadBranches(statement, branches, variables);
                break;
        }
    }

    /// <summary>Reads a statement that assigns to several variables: an object has the values of all.</summary>
    private void ReadBranches(IOperation statement, Outcome branches, List<ISymbol> variables)
    {
        var anchor = Anchor(statement);
        var values = variables.ConvertAll(static _ => new List<Expression>());
        var unset = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var box = new WireType(WireKind.Object, "assigned");
        var read = ReadOutcome(branches, new Returns(
            end =>
            {
                var properties = new List<PropertyExpression>();
                for (var i = 0; i < variables.Count; i++)
                {
                    var current = Current(end, variables[i]);
                    if (current is InvalidExpression)
                    {
                        return current;
                    }

                    if (current is null)
                    {
                        unset.Add(variables[i]);
                    }
                    else
                    {
                        values[i].Add(current);
                        properties.Add(new PropertyExpression(variables[i].Name, current, IsAlwaysPresent: true));
                    }
                }

                return new ObjectExpression(new EquatableArray<PropertyExpression>(properties), box, anchor);
            },
            (operation, condition, whenTrue, whenFalse) => ExpressionSimplifier.Conditional(condition, whenTrue, whenFalse, box, Anchor(operation))));
        var assigned = read is InvalidExpression ? read : Declare(read, "assigned", anchor, isDeclared: true);
        for (var i = 0; i < variables.Count; i++)
        {
            var type = assigned is InvalidExpression ? null : JoinTypes(values[i]);
            Assign(
                variables[i],
                assigned is InvalidExpression ? assigned
                    : type is not null ? new MemberExpression(assigned, variables[i].Name, IsAlwaysPresent: true, type, anchor)
                    : unset.Contains(variables[i]) ? Invalid(statement)
                    : Refuse(AssignedIn(statement).First(), "values of '" + variables[i].Name + "' with different JSON forms", "declare a variable for each"),
                anchor);
            if (unset.Contains(variables[i]))
            {
                _locals.Remove(variables[i]);
            }
        }
    }

    /// <summary>The value of a variable at the end of a branch. Null if it has none.</summary>
    private Expression? Current(Outcome end, ISymbol variable) =>
        end is RefusedOutcome { Statement: var refused } ? RefuseStatement(refused)
        : end != Outcome.End ? new InvalidExpression(0)
        : _locals.TryGetValue(variable, out var value) ? Known.Apply(value)
        : variable is IParameterSymbol parameter && parameters.TryGetValue(parameter.Name, out var argument) ? Known.Apply(argument)
        : null;

    private Expression ChooseNothing(IOperation operation, Expression condition, Expression whenTrue, Expression whenFalse) =>
        condition.CanFail() || whenTrue.CanFail() || whenFalse.CanFail() ? ExpressionSimplifier.Conditional(condition, whenTrue, whenFalse, WireType.Boolean.AsNullable(), Anchor(operation)) : whenFalse;

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
