using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Compiler;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Kinds.Choice;
using Stepwise.Generator.Kinds.Fail;
using Stepwise.Generator.Kinds.Lambda;
using Stepwise.Generator.Kinds.Pass;
using Stepwise.Generator.Kinds.Raw;
using Stepwise.Generator.Kinds.Service;
using Stepwise.Generator.Kinds.Succeed;
using Stepwise.Generator.Kinds.Wait;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Reading;

/// <summary>Reads the state methods of a workflow class into models.</summary>
internal sealed class StateReader
{
    private readonly ReadingContext context;
    private readonly Naming naming;

    public StateReader(ReadingContext context, Naming naming)
    {
        this.context = context;
        this.naming = naming;
    }

    public List<StateModel> Read(List<StateMethod> methods, Language machineLanguage, out StartModel? start)
    {
        start = null;
        var error = context.Compilation.GetTypeByMetadataName("Stepwise.WorkflowError");
        var values = ValueTypes.Of(methods, context, error);
        var parameters = new ParameterReader(context, naming, values);
        var bodies = new BodyReader(context);
        var states = new List<StateModel>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var anchor = context.Anchor(method.Syntax.Identifier);
            CheckDeclaration(method, anchor);
            var read = parameters.Read(method);
            if (method.Kind is StateKind.Start)
            {
                if (start is not null)
                {
                    context.Report(DiagnosticIds.SeveralStarts, anchor, method.Symbol.Name, start.MethodName);
                    continue;
                }

                start = ReadStart(method, read, anchor);
                continue;
            }

            if (!members.Add(method.Symbol.Name))
            {
                context.Report(DiagnosticIds.DuplicateState, anchor, method.Symbol.Name, method.Symbol.Name);
                continue;
            }

            var name = ReadStateName(method, anchor);
            if (names.TryGetValue(name, out var other))
            {
                context.Report(DiagnosticIds.DuplicateState, anchor, name, other);
            }
            else
            {
                names.Add(name, method.Symbol.Name);
            }

            if (ReadState(method, name, anchor, read, bodies, machineLanguage) is { } state)
            {
                states.Add(state);
            }
        }

        return states;
    }

    private StartModel ReadStart(StateMethod method, EquatableArray<ParameterModel> parameters, int anchor)
    {
        if (!method.Symbol.ReturnsVoid)
        {
            context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "[Start] is a void method: its parameters are the input");
        }

        var next = ResilienceReader.ReadReference(context, method.Attribute, method.Attribute.Named("Next"));
        if (next is null)
        {
            context.Report(DiagnosticIds.NeitherNextNorEnd, anchor, method.Symbol.Name, "Next = nameof(...) with the first state");
        }

        CheckRecord(parameters, "Input");
        CheckPayload(parameters, method);
        foreach (var parameter in parameters)
        {
            if (parameter.Role is not ParameterRole.Value)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, $"'{parameter.Name}' is no part of an input: the token and the context belong to the states that read them");
            }
        }

        return new StartModel(method.Symbol.Name, parameters, next, anchor);
    }

    private string ReadStateName(StateMethod method, int anchor)
    {
        var expression = method.Attribute.Named("StateName");
        var name = expression is null ? method.Symbol.Name : method.Attribute.String(expression) ?? method.Symbol.Name;
        var place = expression is null ? anchor : context.Anchor(expression);
        if (name.Length is 0 or > Limits.NameLength)
        {
            context.Report(DiagnosticIds.InvalidStateName, place, name, $"it has {name.Length} characters; Step Functions allows 1 to {Limits.NameLength}");
        }
        else
        {
            foreach (var character in name)
            {
                if (char.IsControl(character) || Limits.ForbiddenInNames.IndexOf(character) >= 0)
                {
                    context.Report(DiagnosticIds.InvalidStateName, place, name, $"the character '{character}' is not allowed in it");
                    break;
                }
            }
        }

        return name;
    }

    private void CheckDeclaration(StateMethod method, int anchor)
    {
        var syntax = method.Syntax;
        var hasAccessibility = syntax.Modifiers.Any(static modifier =>
            modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.PrivateKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword));
        if (!hasAccessibility)
        {
            context.Report(DiagnosticIds.MemberWithoutAccessibility, anchor, method.Symbol.Name);
        }

        if (!method.Symbol.IsStatic)
        {
            context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "a state is a static method");
        }

        if (method.Symbol.IsGenericMethod)
        {
            context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "a state has no type parameters");
        }

        if (!method.HasBody && !method.IsPartial)
        {
            context.Report(DiagnosticIds.MemberNotPartial, anchor, method.Symbol.Name);
        }

        foreach (var other in method.Attributes)
        {
            if (other.Syntax != method.Attribute.Syntax && StateKinds.Of(other.Name) is not StateKind.None)
            {
                context.Report(DiagnosticIds.SeveralStateAttributes, context.Anchor(other.Syntax.Name), method.Symbol.Name, method.Attribute.Name, other.Name);
            }
        }
    }

    private StateModel? ReadState(StateMethod method, string name, int anchor, EquatableArray<ParameterModel> parameters, BodyReader bodies, Language machineLanguage)
    {
        var use = method.Attribute;
        var attributeAnchor = context.Anchor(use.Syntax.Name);
        var own = WorkflowReader.LanguageOf(use);
        var languageAnchor = use.Named("QueryLanguage") is { } written ? context.Anchor(written) : attributeAnchor;
        if (own is Language.JsonPath && machineLanguage is Language.Jsonata)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, languageAnchor, "QueryLanguage", "JsonPath",
                "AWS allows a JSONata state in a JSONPath machine, not the reverse; set the machine's QueryLanguage to JsonPath, or remove this");
        }

        var (retry, catches) = ReadResilience(method);
        var next = StateKinds.HasTransition(method.Kind) ? ResilienceReader.ReadReference(context, use, use.Named("Next")) : null;
        var end = StateKinds.HasTransition(method.Kind) && use.Bool(use.Named("End"));
        if (StateKinds.HasTransition(method.Kind))
        {
            if (next is null && !end)
            {
                context.Report(DiagnosticIds.NeitherNextNorEnd, attributeAnchor, method.Symbol.Name, "Next = nameof(...), or End = true where the execution ends");
            }
            else if (next is not null && end)
            {
                context.Report(DiagnosticIds.BothNextAndEnd, context.Anchor(use.Named("End")!), method.Symbol.Name);
            }
        }

        CheckPayload(parameters, method);
        CheckShape(method, anchor);
        var reads = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            reads[parameter.Name] = parameter.Value;
        }

        Expression Value(BodyKind kind) => bodies.ReadValue(method.Symbol, method.Syntax, method.Model, reads, kind);

        StateModel? state = method.Kind switch
        {
            StateKind.LambdaTask => ReadLambda(method, name, anchor, parameters, end),
            StateKind.ServiceTask => ReadService(method, name, anchor, parameters, end, method.HasBody ? Value(BodyKind.ServiceArguments) : null),
            StateKind.RawTask => ReadRawTask(method, name, anchor, end, attributeAnchor, own ?? machineLanguage),
            StateKind.Choice => new ChoiceModel
            {
                Member = method.Symbol.Name,
                Name = name,
                Anchor = anchor,
                Arms = method.HasBody ? bodies.ReadChoice(method.Symbol, method.Syntax, method.Model, reads) : default,
            },
            StateKind.Wait => ReadWait(method, name, anchor, attributeAnchor, bodies, reads),
            StateKind.Pass => ReadPass(method, name, anchor, end, method.HasBody ? Value(BodyKind.Data) : null),
            StateKind.Succeed => ReadSucceed(method, name, anchor, method.HasBody ? Value(BodyKind.Data) : null),
            StateKind.Fail => ReadFail(method, name, anchor, method.HasBody ? Value(BodyKind.Data) : null),
            StateKind.RawState => ReadRawState(method, name, anchor, attributeAnchor, machineLanguage),
            _ => null,
        };
        var documentation = DocumentationComment.Of(method.Syntax);
        return state is null
            ? null
            : state with
            {
                Comment = documentation?.Summary,
                Notes = documentation?.Notes,
                Language = own,
                LanguageAnchor = languageAnchor,
                Parameters = parameters,
                Next = next,
                End = end,
                AttributeAnchor = attributeAnchor,
                Retry = retry,
                Catch = catches,
                Resources = ReadResources(method),
            };
    }

    private EquatableArray<ResourceModel> ReadResources(StateMethod method)
    {
        var resources = new List<ResourceModel>();
        foreach (var use in method.Attributes)
        {
            if (use.Name is not "Resource")
            {
                continue;
            }

            if (!StateKinds.IsTask(method.Kind))
            {
                context.Report(DiagnosticIds.AttributeWithoutState, context.Anchor(use.Syntax.Name), "Resource", method.Symbol.Name, "only tasks reach resources");
            }
            else if (use.Positional(0, "arn") is { } expression && use.String(expression) is { } arn)
            {
                if (!DeclaredResource.TryValidate(arn, out var problem))
                {
                    context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "arn", expression.ToString(), problem);
                }
                else
                {
                    resources.Add(new ResourceModel(arn, context.Anchor(expression)));
                }
            }
        }

        return new EquatableArray<ResourceModel>(resources);
    }

    private (EquatableArray<RetryModel>? Retry, EquatableArray<CatchModel>? Catch) ReadResilience(StateMethod method)
    {
        List<RetryModel>? retry = null;
        List<CatchModel>? catches = null;
        foreach (var use in method.Attributes)
        {
            if (use.Name is not ("Retry" or "Catch"))
            {
                continue;
            }

            if (!StateKinds.IsTask(method.Kind))
            {
                context.Report(DiagnosticIds.AttributeWithoutState, context.Anchor(use.Syntax.Name), use.Name, method.Symbol.Name, "only tasks are retried and caught");
            }
            else if (use.Name is "Retry")
            {
                (retry ??= []).Add(ResilienceReader.ReadRetry(context, use));
            }
            else
            {
                (catches ??= []).Add(ResilienceReader.ReadCatch(context, use));
            }
        }

        return (retry is null ? null : new EquatableArray<RetryModel>(retry), catches is null ? null : new EquatableArray<CatchModel>(catches));
    }

    /// <summary>What the method must look like for its kind of state.</summary>
    private void CheckShape(StateMethod method, int anchor)
    {
        var returns = method.Symbol.ReturnType;
        var isTask = TaskResult.IsTask(returns) || TaskResult.Awaited(returns) is not null;
        string? problem = method.Kind switch
        {
            StateKind.LambdaTask when method.HasBody => "a [LambdaTask] has no body: the function does the work",
            StateKind.LambdaTask or StateKind.RawTask when !isTask => "it must return Task, or Task<T> with the type of the result",
            StateKind.RawTask when method.HasBody => "a [RawTask] has no body: its arguments are in the attribute",
            StateKind.ServiceTask when method.HasBody && (isTask || method.Symbol.ReturnsVoid) => "a [ServiceTask] with a body returns the arguments, as object or as the request's type; the response's type goes into [ServiceTask<TResponse>]",
            StateKind.ServiceTask when !method.HasBody && !isTask => "a [ServiceTask] without a body must return Task, or Task<T> with the type of the response",
            StateKind.Choice when !method.HasBody => "a [Choice] has a body that returns NextState",
            StateKind.Choice when context.Types.Read(returns).Kind is not WireKind.NextState => "a [Choice] returns NextState",
            StateKind.Wait when HasSeconds(method) && (method.HasBody || !method.Symbol.ReturnsVoid) => "[Wait(seconds)] is a partial void method without a body",
            StateKind.Wait when !HasSeconds(method) && !method.HasBody => "it needs [Wait(seconds)], or a body that returns TimeSpan or DateTimeOffset",
            StateKind.Wait when method.HasBody && context.Types.Read(returns).Kind is not (WireKind.TimeSpan or WireKind.DateTimeOffset) => "a [Wait] with a body returns TimeSpan or DateTimeOffset",
            StateKind.Pass when method.HasBody == method.Symbol.ReturnsVoid => "a [Pass] is a partial void method, or has a body that returns its value",
            StateKind.Succeed when method.HasBody == method.Symbol.ReturnsVoid => "a [Succeed] is a partial void method, or has a body that returns the output",
            StateKind.Fail when method.HasBody && returns.SpecialType is not SpecialType.System_String => "a [Fail] with a body returns the cause, a string",
            StateKind.Fail when !method.HasBody && !method.Symbol.ReturnsVoid => "a [Fail] without a body is a partial void method",
            StateKind.RawState when method.HasBody || !method.Symbol.ReturnsVoid => "a [RawState] is a partial void method without a body",
            _ => null,
        };
        if (problem is not null)
        {
            context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, problem);
        }
    }

    private static bool HasSeconds(StateMethod method) => method.Attribute.Positional(0, "seconds") is not null;

    private LambdaTaskModel ReadLambda(StateMethod method, string name, int anchor, EquatableArray<ParameterModel> parameters, bool end)
    {
        var expression = method.Attribute.Positional(0, "function");
        var function = method.Attribute.String(expression) ?? "";
        if (expression is not null && (function.Length == 0 || WireNames.Pascal(function).Length == 0))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "function", expression.ToString(), "it is the function's name, such as \"validate-campaign\"");
        }

        CheckRecord(parameters, method.Symbol.Name + "Input");
        RefuseContext(parameters, method);
        var type = TaskResult.Of(method);
        return new LambdaTaskModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Function = function,
            SubstitutionKey = WireNames.Pascal(function) + "FunctionArn",
            KeepsEnvelope = type is not null && TaskResult.Enveloped(type) is not null,
            TimeoutSeconds = AttributeValues.Seconds(context, method.Attribute, "TimeoutSeconds", 1),
            HeartbeatSeconds = ReadHeartbeat(method),
            Result = ReadResult(method, type, end, anchor),
            OutputType = end && type is not null ? context.Types.Read(type) : null,
            WaitsForToken = HasToken(parameters),
        };
    }

    private ServiceTaskModel? ReadService(StateMethod method, string name, int anchor, EquatableArray<ParameterModel> parameters, bool end, Expression? arguments)
    {
        var expression = method.Attribute.Positional(0, "action");
        var action = method.Attribute.String(expression) ?? "";
        if (expression is not null && (action.IndexOf(':') <= 0 || action.StartsWith("arn:", StringComparison.Ordinal)))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "action", expression.ToString(),
                "it is service:action, such as \"sns:publish\", or \"aws-sdk:service:action\"");
        }
        else if (expression is not null && (action.IndexOf('.') >= 0))
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "action", expression.ToString(),
                "the pattern is no part of it: set Pattern = IntegrationPattern.RunJob for .sync, and take a TaskToken parameter for .waitForTaskToken");
        }

        if (!method.HasBody)
        {
            RefuseContext(parameters, method);
        }

        var type = TaskResult.Of(method);
        return new ServiceTaskModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Action = action,
            RunsJob = method.Attribute.EnumMember(method.Attribute.Named("Pattern"), "IntegrationPattern") is "RunJob",
            Arguments = arguments,
            TimeoutSeconds = AttributeValues.Seconds(context, method.Attribute, "TimeoutSeconds", 1),
            HeartbeatSeconds = ReadHeartbeat(method),
            Result = ReadResult(method, type, end, anchor),
            OutputType = end && type is not null ? context.Types.Read(type) : null,
            WaitsForToken = HasToken(parameters),
        };
    }

    private RawTaskModel ReadRawTask(StateMethod method, string name, int anchor, bool end, int attributeAnchor, Language language)
    {
        context.Report(DiagnosticIds.NotAnalysed, attributeAnchor, method.Symbol.Name);
        var expression = method.Attribute.Positional(1, "arguments");
        JsonValue? arguments = null;
        if (expression is not null && method.Attribute.String(expression) is { } json)
        {
            var place = context.Anchor(expression);
            arguments = ReadJson(json, place);
            if (arguments is not null && language is Language.Jsonata)
            {
                JsonataRules.CheckValue(context, json, arguments, place);
            }
        }

        var type = TaskResult.Of(method);
        return new RawTaskModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Resource = method.Attribute.String(method.Attribute.Positional(0, "resource")) ?? "",
            Arguments = arguments is null ? null : new WrittenJson<JsonValue>(arguments),
            TimeoutSeconds = AttributeValues.Seconds(context, method.Attribute, "TimeoutSeconds", 1),
            HeartbeatSeconds = ReadHeartbeat(method),
            Result = ReadResult(method, type, end, anchor),
            OutputType = end && type is not null ? context.Types.Read(type) : null,
        };
    }

    private WaitModel ReadWait(StateMethod method, string name, int anchor, int attributeAnchor, BodyReader bodies, Dictionary<string, Expression> reads) => new()
    {
        Member = method.Symbol.Name,
        Name = name,
        Anchor = anchor,
        Seconds = AttributeValues.Seconds(context, method.Attribute, method.Attribute.Positional(0, "seconds"), "seconds", 0, Limits.Seconds),
        Until = method.HasBody ? bodies.ReadWait(method.Symbol, method.Syntax, method.Model, reads) : null,
    };

    private PassModel ReadPass(StateMethod method, string name, int anchor, bool end, Expression? value)
    {
        var type = method.HasBody && !method.Symbol.ReturnsVoid ? method.Symbol.ReturnType : null;
        return new PassModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Value = value,
            Result = ReadResult(method, type, end, anchor),
            OutputType = end && type is not null ? context.Types.Read(type) : null,
        };
    }

    private SucceedModel ReadSucceed(StateMethod method, string name, int anchor, Expression? output)
    {
        var type = method.HasBody ? OutputContract.BodyType(method, context.CancellationToken) : null;
        return new SucceedModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Value = output,
            OutputType = type is { IsAnonymousType: false } ? context.Types.Read(type) : null,
            OutputProperties = type is { IsAnonymousType: true } ? PropertiesOf(type) : default,
        };
    }

    private FailModel ReadFail(StateMethod method, string name, int anchor, Expression? cause)
    {
        var expression = method.Attribute.Positional(0, "error");
        var written = method.Attribute.Named("Cause");
        if (written is not null && method.HasBody)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(written), "Cause", written.ToString(), "the body computes the cause already; remove one of the two");
        }

        return new FailModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Error = method.Attribute.String(expression) ?? "",
            Cause = method.Attribute.String(written),
            CauseExpression = cause,
        };
    }

    private RawStateModel ReadRawState(StateMethod method, string name, int anchor, int attributeAnchor, Language machineLanguage)
    {
        context.Report(DiagnosticIds.NotAnalysed, attributeAnchor, method.Symbol.Name);
        var expression = method.Attribute.Positional(0, "json");
        var place = expression is null ? attributeAnchor : context.Anchor(expression);

        // Where it leads is not known, so that nothing is said of what can be reached.
        var unread = new RawStateModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Body = new WrittenJson<JsonObject>(JsonObject.Empty),
            Type = "",
            Targets = new EquatableArray<StateReference>(new StateReference("", place)),
        };
        if (expression is null || method.Attribute.String(expression) is not { } json || ReadJson(json, place) is not { } value)
        {
            return unread;
        }

        if (value is not JsonObject body || body["Type"] is not JsonString type)
        {
            context.Report(DiagnosticIds.InvalidRawJson, place, "a state is an object with a Type, such as \"Type\": \"Pass\"");
            return unread;
        }

        JsonataRules.CheckState(context, json, body, machineLanguage is Language.Jsonata, place);
        var targets = new List<StateReference>();
        var canEnd = type.Value is "Succeed" or "Fail" || body["End"] is JsonBoolean { Value: true };
        CollectTargets(body, place, targets);
        return new RawStateModel
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Body = new WrittenJson<JsonObject>(body),
            Type = type.Value,
            Targets = new EquatableArray<StateReference>(targets),
            CanEnd = canEnd,
        };
    }

    /// <summary>Where a state's own fields lead: Next, Default, the rules of a Choice, the catchers.</summary>
    private static void CollectTargets(JsonObject body, int place, List<StateReference> targets)
    {
        foreach (var member in body.Members)
        {
            switch (member.Name, member.Value)
            {
                case ("Next" or "Default", JsonString target):
                    targets.Add(new StateReference(target.Value, place));
                    break;
                case ("Choices" or "Catch", JsonArray rules):
                    foreach (var rule in rules)
                    {
                        if (rule is JsonObject item && item["Next"] is JsonString next)
                        {
                            targets.Add(new StateReference(next.Value, place));
                        }
                    }

                    break;
            }
        }
    }

    private JsonValue? ReadJson(string json, int place)
    {
        if (JsonValue.TryParse(json, out var value, out var error))
        {
            return value;
        }

        context.Report(DiagnosticIds.InvalidRawJson, place,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, "line {0}, column {1}: {2}", error.Position.Line, error.Position.Column, error.Message.TrimEnd('.')));
        return null;
    }

    private int? ReadHeartbeat(StateMethod method)
    {
        var heartbeat = AttributeValues.Seconds(context, method.Attribute, "HeartbeatSeconds", 1);
        if (heartbeat is { } beat && method.Attribute.Int(method.Attribute.Named("TimeoutSeconds")) is { } timeout && beat >= timeout)
        {
            context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(method.Attribute.Named("HeartbeatSeconds")!), "HeartbeatSeconds",
                beat.ToString(System.Globalization.CultureInfo.InvariantCulture), "it must be smaller than TimeoutSeconds");
        }

        return heartbeat;
    }

    private ResultModel? ReadResult(StateMethod method, ITypeSymbol? type, bool end, int anchor)
    {
        var expression = method.Attribute.Named("ResultName");
        if (type is null)
        {
            if (expression is not null)
            {
                context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "ResultName", expression.ToString(), "the state has no result that could have a name");
            }

            return null;
        }

        if (end)
        {
            return null;
        }

        var wire = context.Types.Read(type);
        if (wire.Kind is WireKind.Unknown)
        {
            if (TypeReader.IsGenerated(type))
            {
                context.Report(DiagnosticIds.GeneratedTypeInBody, context.Anchor(method.Syntax.ReturnType), type.Name);
            }

            return null;
        }

        if (expression is not null && method.Attribute.String(expression) is { } name)
        {
            var place = context.Anchor(expression);
            if (!ValueNames.IsValid(name))
            {
                context.Report(DiagnosticIds.InvalidAttributeValue, place, "ResultName", name, ValueNames.Rule);
                return null;
            }

            return new ResultModel(name, wire, place);
        }

        var place2 = context.Anchor(method.Syntax.ReturnType);
        if (TaskResult.DefaultName(type, wire) is { } derived)
        {
            return new ResultModel(derived, wire, place2);
        }

        context.Report(DiagnosticIds.ResultNeedsName, place2, method.Symbol.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return null;
    }

    private EquatableArray<PropertyShape> PropertiesOf(ITypeSymbol type)
    {
        var result = new List<PropertyShape>();
        foreach (var property in context.Types.Properties(type))
        {
            result.Add(new PropertyShape(property.Symbol.Name, property.WireName, property.Type, IsAlwaysPresent: false));
        }

        return new EquatableArray<PropertyShape>(result);
    }

    private void CheckRecord(EquatableArray<ParameterModel> parameters, string recordName)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (parameter.IsPayload)
            {
                continue;
            }

            var property = GeneratedRecord.PropertyName(parameter.Name);
            if (ReservedNames.IsProperty(property, recordName))
            {
                context.Report(DiagnosticIds.ReservedName, parameter.Anchor, parameter.Name, $"the record {recordName} cannot have a property {property}");
            }
            else if (!names.Add(property))
            {
                context.Report(DiagnosticIds.ReservedName, parameter.Anchor, parameter.Name, $"the record {recordName} would have the property {property} twice");
            }
        }
    }

    private void CheckPayload(EquatableArray<ParameterModel> parameters, StateMethod method)
    {
        foreach (var parameter in parameters)
        {
            if (!parameter.IsPayload)
            {
                continue;
            }

            if (method.Kind is not (StateKind.Start or StateKind.LambdaTask))
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, "[Payload] belongs to a parameter of [Start] or of a [LambdaTask]");
            }
            else if (parameters.Count > 1)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, $"[Payload] makes '{parameter.Name}' the whole; it must be the only parameter");
            }
            else if (method.Kind is StateKind.Start && parameter.Type.Kind is not (WireKind.Object or WireKind.Unknown))
            {
                context.Report(DiagnosticIds.MemberShape, parameter.TypeAnchor, method.Symbol.Name, "the input of a workflow is an object: a class or record whose properties are its values");
            }
        }
    }

    private void RefuseContext(EquatableArray<ParameterModel> parameters, StateMethod method)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Role is ParameterRole.Context)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name,
                    "a WorkflowContext is read member by member in a body; hand a member on through a [Pass] that computes it");
            }
        }
    }

    private static bool HasToken(EquatableArray<ParameterModel> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Role is ParameterRole.Token)
            {
                return true;
            }
        }

        return false;
    }
}
