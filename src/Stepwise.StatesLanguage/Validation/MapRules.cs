using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for Map states, inline and Distributed.</summary>
internal sealed class MapRules
{
    private static readonly HashSet<string> _readerFields = Set("Resource Parameters Arguments ReaderConfig");
    private static readonly HashSet<string> _readerConfigFields = Set("InputType CSVHeaderLocation CSVHeaders CSVDelimiter MaxItems MaxItemsPath ManifestType Transformation ItemsPointer");
    private static readonly HashSet<string> _writerFields = Set("Resource Parameters Arguments WriterConfig");
    private static readonly HashSet<string> _writerConfigFields = Set("OutputType Transformation");
    private static readonly HashSet<string> _batcherFields = Set("MaxItemsPerBatch MaxItemsPerBatchPath MaxInputBytesPerBatch MaxInputBytesPerBatchPath BatchInput");

    private readonly ValidationReport _report;
    private readonly ValueRules _values;
    private readonly MachineRules _machines;
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    public MapRules(ValidationReport report, ValueRules values, MachineRules machines)
    {
        _report = report;
        _values = values;
        _machines = machines;
    }

    public void Check(ValueScope state)
    {
        var node = state.Node;
        if (!node.Has("ItemProcessor") && !node.Has("Iterator"))
        {
            node.Require("ItemProcessor");
        }

        node.OnlyOne("ItemProcessor", "Iterator");
        node.OnlyOne("ItemSelector", "Parameters");
        CheckItems(state);
        CheckLimits(state);
        var processor = node.Object("ItemProcessor") ?? node.Object("Iterator");
        var distributed = processor is { } machine && CheckConfig(machine, state);
        CheckReader(state);
        CheckWriter(state);
        CheckBatcher(state);
        CheckLabel(node);
        if (processor is not { } inner)
        {
            return;
        }

        if (!distributed)
        {
            foreach (var field in new[] { "ItemReader", "ItemBatcher", "ResultWriter" })
            {
                if (node[field] is { } value)
                {
                    _report.Doubtful($"AWS documents the field '{field}' only for a Map whose processor has \"Mode\": \"DISTRIBUTED\".", node.At(field), value);
                }
            }
        }

        _machines.CheckProcessor(inner, state.Machine, distributed);
    }

    private void CheckItems(ValueScope state)
    {
        var node = state.Node;
        if (state.IsJsonata)
        {
            var items = node["Items"];
            if (items is not (null or JsonArray or JsonObject) && !(items is JsonString { Value: var text } && (JsonataText.IsExpression(text) || JsonataText.IsHalfDelimited(text) || Substitutions.Holds(text))))
            {
                _report.Schema("Expected an array, an object or a JSONata expression.", node.At("Items"), items);
            }

            _values.CheckJsonata(state, items, node.At("Items"), JsonataScope.Input);
            _values.CheckJsonata(state, node["ItemSelector"], node.At("ItemSelector"), JsonataScope.Input);
            return;
        }

        _values.CheckReferencePath(state, node, "ItemsPath", contextAllowed: true);
        _values.CheckTemplateField(state, "ItemSelector");
    }

    private void CheckLimits(ValueScope state)
    {
        var node = state.Node;
        node.ExpectInteger("MaxConcurrency", 0, long.MaxValue, state.IsJsonata);
        node.ExpectInteger("ToleratedFailureCount", 0, long.MaxValue, state.IsJsonata);
        node.ExpectNumber("ToleratedFailurePercentage", 0, 100, state.IsJsonata);
        foreach (var field in new[] { "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage" })
        {
            node.OnlyOne(field, field + "Path");
            _values.CheckJsonataText(state, field);
            _values.CheckReferencePath(state, node, field + "Path", contextAllowed: false);
        }
    }

    /// <summary>Checks <c>ProcessorConfig</c> and returns whether the Map is a Distributed Map.</summary>
    private bool CheckConfig(Node processor, ValueScope state)
    {
        if (processor.Object("ProcessorConfig") is not { } config)
        {
            return false;
        }

        config.AllowOnly(Set("Mode ExecutionType"), "It has Mode and ExecutionType.");
        config.ExpectOneOf("Mode", Terms.Inline, Terms.Distributed);
        config.ExpectOneOf("ExecutionType", Terms.Standard, Terms.Express);
        var mode = config.Text("Mode");
        if (mode is null or Terms.Inline)
        {
            if (config.Has("ExecutionType"))
            {
                config.NotSupported(config.Value.Members.First(member => member.Name == "ExecutionType"), "Only Mode DISTRIBUTED has it.");
            }

            return false;
        }

        if (mode == Terms.Distributed)
        {
            config.Require("ExecutionType");
            if (state.Machine.Type == StateMachineType.Express && !state.Machine.InChild)
            {
                _report.Schema("The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines", config.Path, config["Mode"]);
            }
        }

        return true;
    }

    private void CheckReader(ValueScope state)
    {
        if (state.Node.Object("ItemReader") is not { } reader)
        {
            return;
        }

        CheckService(state, reader, _readerFields, "s3:getObject", "s3:listObjectsV2");
        if (reader.Object("ReaderConfig") is not { } config)
        {
            return;
        }

        config.AllowOnly(_readerConfigFields, $"It has {string.Join(", ", _readerConfigFields)}.");
        config.ExpectOneOf("InputType", "CSV", "JSON", "JSONL", "MANIFEST", "PARQUET");
        config.ExpectOneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        config.ExpectOneOf("Transformation", "NONE", "LOAD_AND_FLATTEN");
        config.ExpectInteger("MaxItems", 0, Limits.MapItems, state.IsJsonata);
        config.OnlyOne("MaxItems", "MaxItemsPath");
        OnlyJsonPath(state, config, "MaxItemsPath");
        _values.CheckReferencePath(state, config, "MaxItemsPath", contextAllowed: true);
        var type = config.Text("InputType");
        if (type == "CSV" && !config.Has("CSVHeaderLocation"))
        {
            _report.Schema("The field 'CSVHeaderLocation' is required. Write FIRST_ROW or GIVEN.", config.Path, config.Value);
        }

        if (type is "JSON" or "JSONL" or "PARQUET")
        {
            Refuse(config, "CSVHeaderLocation", "Only CSV and MANIFEST have it.");
        }

        if (config.Text("CSVHeaderLocation") == "GIVEN")
        {
            config.Require("CSVHeaders");
        }

        if (config.Text("Transformation") == "LOAD_AND_FLATTEN")
        {
            config.Require("InputType");
        }

        if (type is "CSV" or "JSONL" or "MANIFEST" or "PARQUET")
        {
            Refuse(config, "ItemsPointer", "Only JSON has it.");
        }
    }

    private static void Refuse(Node node, string field, string advice)
    {
        foreach (var member in node.Value.Members)
        {
            if (member.Name == field)
            {
                node.NotSupported(member, advice);
            }
        }
    }

    private void CheckWriter(ValueScope state)
    {
        if (state.Node.Object("ResultWriter") is not { } writer)
        {
            return;
        }

        if (writer.Has("Resource") || !writer.Has("WriterConfig"))
        {
            CheckService(state, writer, _writerFields, "s3:putObject");
        }

        if (writer.Object("WriterConfig") is { } config)
        {
            config.AllowOnly(_writerConfigFields, "It has OutputType and Transformation.");
            config.ExpectOneOf("OutputType", "JSON", "JSONL");
            config.ExpectOneOf("Transformation", "NONE", "COMPACT", "FLATTEN");
            if (config.Value.Count == 0)
            {
                config.Require("OutputType");
            }
        }
    }

    private void CheckService(ValueScope state, Node service, HashSet<string> fields, params string[] actions)
    {
        service.AllowOnly(fields, $"It has {string.Join(", ", fields)}.");
        service.Require("Resource");
        service.ExpectText("Resource");
        var resource = TaskResource.Parse(service.Text("Resource") ?? "");
        if (service.Has("Resource") && !Substitutions.Holds(resource.Text) && !(resource.Kind == TaskResourceKind.Optimized && resource.PatternText.Length == 0 && actions.Contains(resource.Integration)))
        {
            _report.Schema(
                $"The field 'Resource' does not match any of the allowed values [{string.Join(", ", actions.Select(action => "arn:aws:states:::" + action))}]",
                service.At("Resource"),
                service["Resource"]);
        }

        if (state.IsJsonata)
        {
            OnlyJsonPath(state, service, "Parameters");
            _values.CheckJsonata(state, service["Arguments"], service.At("Arguments"), JsonataScope.Input);
        }
        else
        {
            if (service["Arguments"] is { } arguments)
            {
                _report.Schema("The QueryLanguage is set to 'JSONPath', but field 'Arguments' is only supported for the 'JSONata' QueryLanguage", service.Path, arguments);
            }

            _values.CheckTemplate(state, service["Parameters"], service.At("Parameters"));
        }
    }

    private void CheckBatcher(ValueScope state)
    {
        if (state.Node.Object("ItemBatcher") is not { } batcher)
        {
            return;
        }

        batcher.AllowOnly(_batcherFields, $"It has {string.Join(", ", _batcherFields)}.");
        batcher.ExpectInteger("MaxItemsPerBatch", 0, long.MaxValue, state.IsJsonata);
        batcher.ExpectInteger("MaxInputBytesPerBatch", 0, Limits.PayloadBytes, state.IsJsonata);
        foreach (var field in new[] { "MaxItemsPerBatch", "MaxInputBytesPerBatch" })
        {
            batcher.OnlyOne(field, field + "Path");
            OnlyJsonPath(state, batcher, field + "Path");
            _values.CheckReferencePath(state, batcher, field + "Path", contextAllowed: true);
        }

        if (state.IsJsonata)
        {
            _values.CheckJsonata(state, batcher["BatchInput"], batcher.At("BatchInput"), JsonataScope.Input);
        }
        else
        {
            _values.CheckTemplate(state, batcher["BatchInput"], batcher.At("BatchInput"));
        }
    }

    private void OnlyJsonPath(ValueScope state, Node node, string field)
    {
        if (state.IsJsonata && node[field] is { } value)
        {
            _report.Schema($"The QueryLanguage is set to 'JSONata', but field '{field}' is only supported for the 'JSONPath' QueryLanguage", node.Path, value);
        }
    }

    private void CheckLabel(Node node)
    {
        node.ExpectText("Label");
        if (node.Text("Label") is not { } label || Substitutions.Holds(label))
        {
            return;
        }

        var reason = label.Length == 0 ? "Label cannot be empty."
            : label.Length > Limits.LabelLength ? $"Label '{label}' exceeds the {Limits.LabelLength}-character limit allowed by the service."
            : label.Any(IsForbidden) ? $"Label '{label}' contains invalid characters. Use letters, digits, '-', '_' and '.'."
            : null;
        var position = node["Label"]?.Position;
        if (reason is not null)
        {
            _report.Error(DiagnosticCodes.InvalidLabelName, reason, node.At("Label"), position);
        }
        else if (!_labels.Add(label))
        {
            _report.Error(DiagnosticCodes.DuplicateLabelName, $"Duplicate Label name: {label}", node.At("Label"), position);
        }
    }

    private static bool IsForbidden(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || Limits.ForbiddenInNames.IndexOf(c) >= 0;

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
