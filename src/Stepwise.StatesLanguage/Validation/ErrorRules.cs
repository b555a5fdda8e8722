using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for Retry and Catch.</summary>
internal sealed class ErrorRules
{
    private static readonly HashSet<string> _retrierFields = new(StringComparer.Ordinal) { "Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy" };
    private static readonly HashSet<string> _catcherFields = new(StringComparer.Ordinal) { "Comment", "ErrorEquals", "ResultPath", "Output", "Assign", "Next" };

    private readonly ValidationReport _report;
    private readonly ValueRules _values;

    public ErrorRules(ValidationReport report, ValueRules values)
    {
        _report = report;
        _values = values;
    }

    public void Check(ValueScope state)
    {
        var retriers = state.Node.Objects("Retry");
        CheckNames(retriers, isRetry: true);
        foreach (var retrier in retriers)
        {
            CheckRetrier(retrier);
        }

        var catchers = state.Node.Objects("Catch");
        CheckNames(catchers, isRetry: false);
        foreach (var catcher in catchers)
        {
            CheckCatcher(state, catcher);
        }
    }

    private void CheckRetrier(Node retrier)
    {
        retrier.AllowOnly(_retrierFields, "A retrier has ErrorEquals, IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds, JitterStrategy and Comment.");
        retrier.ExpectText("Comment");
        retrier.ExpectInteger("IntervalSeconds", 0, Limits.Seconds);
        retrier.ExpectInteger("MaxAttempts", 0, Limits.Seconds);
        retrier.ExpectNumber("BackoffRate", 1, double.MaxValue);
        retrier.ExpectInteger("MaxDelaySeconds", 1, Limits.MaxDelaySeconds);
        retrier.ExpectOneOf("JitterStrategy", "NONE", "FULL");
        if (retrier["MaxDelaySeconds"] is JsonNumber longest && retrier["IntervalSeconds"] is JsonNumber first && longest.ToDouble() <= first.ToDouble())
        {
            _report.Doubtful("MaxDelaySeconds should be greater than IntervalSeconds.", retrier.At("MaxDelaySeconds"), longest);
        }
    }

    private void CheckCatcher(ValueScope state, Node catcher)
    {
        catcher.AllowOnly(_catcherFields, "A catcher has ErrorEquals, Next, ResultPath or Output, Assign and Comment.");
        catcher.Require("Next");
        catcher.ExpectText("Next");
        catcher.ExpectText("Comment");
        _values.CheckResultPath(state, catcher);
        _values.CheckAssign(state, catcher, JsonataScope.ErrorOutput);
        if (state.IsJsonata)
        {
            _values.CheckJsonata(state, catcher["Output"], catcher.At("Output"), JsonataScope.ErrorOutput);
        }

        var wrong = state.IsJsonata ? "ResultPath" : "Output";
        if (catcher[wrong] is { } field)
        {
            var (actual, needed) = state.IsJsonata ? (Terms.Jsonata, Terms.JsonPath) : (Terms.JsonPath, Terms.Jsonata);
            _report.Schema($"The QueryLanguage is set to '{actual}', but field '{wrong}' is only supported for the '{needed}' QueryLanguage", catcher.Path, field);
        }
    }

    private void CheckNames(List<Node> rules, bool isRetry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            rule.Require("ErrorEquals");
            rule.RequireNonEmptyArray("ErrorEquals");
            if (rule.Array("ErrorEquals") is not { } names)
            {
                continue;
            }

            var isNew = false;
            for (var j = 0; j < names.Count; j++)
            {
                if (names[j] is JsonString { Value: var name })
                {
                    isNew |= seen.Add(name) || Substitutions.Holds(name);
                    CheckName(name, names, rule, i == rules.Count - 1, isRetry);
                }
                else
                {
                    _report.Schema("Expected value of type String.", rule.At("ErrorEquals", j), names[j]);
                }
            }

            if (!isNew && names.Count > 0)
            {
                _report.Warn(DiagnosticCodes.NeverReached, "An earlier one covers all these errors, so this one never applies.", rule.At("ErrorEquals"), names);
            }
        }
    }

    private void CheckName(string name, JsonArray names, Node rule, bool isLast, bool isRetry)
    {
        var path = rule.At("ErrorEquals");
        if (name == ErrorNames.All && (names.Count > 1 || !isLast))
        {
            _report.Schema(ErrorNames.All + " must appear alone and at end of list", path, names);
        }
        else if (name.StartsWith("States.", StringComparison.Ordinal) && !ErrorNames.Reserved.Contains(name))
        {
            _report.Warn(DiagnosticCodes.UnknownErrorName, $"Step Functions has no error {name}, so only a Fail state can raise it. Is it misspelt?", path, names);
        }
        else if (isRetry && name is ErrorNames.Runtime or ErrorNames.DataLimitExceeded)
        {
            _report.Warn(DiagnosticCodes.NotRetriable, $"{name} is never retried.", path, names);
        }
    }
}
