using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>Finds members that probably hold personal data, by the words of their names. <c>CustomerName</c> is one; <c>CampaignName</c> is not.</summary>
internal sealed class PersonalData
{
    private static readonly HashSet<string> _words = new(StringComparer.Ordinal)
    {
        "phone", "phones", "msisdn", "mobile", "email", "emails", "address", "addresses", "street", "zip", "postcode", "birth", "birthday", "birthdate", "dob",
        "ssn", "passport", "iban", "surname", "forename", "firstname", "lastname", "fullname", "username", "gender", "religion", "salary",
    };

    /// <summary>The words before <c>Name</c> that make it the name of a person, as in <c>CustomerName</c>.</summary>
    private static readonly HashSet<string> _persons = new(StringComparer.Ordinal)
    {
        "first", "last", "full", "middle", "maiden", "given", "family", "nick", "user", "person", "customer", "contact", "client", "patient", "employee", "recipient", "caller", "holder",
        "member", "subscriber", "guest", "driver", "student",
    };

    /// <summary>The last words that make a member a fact about the data and not the data, as in <c>EmailCount</c> or <c>EmailSent</c>.</summary>
    private static readonly HashSet<string> _facts = new(StringComparer.Ordinal)
    {
        "count", "id", "ids", "template", "type", "status", "arn", "url", "enabled", "sent", "verified", "valid", "limit", "total", "kind",
    };

    /// <summary>The words that, anywhere after the word, make the member a thing and not personal data, as in <c>MobileAppVersion</c>, <c>ZipFile</c> or <c>EmailSubject</c>.</summary>
    private static readonly HashSet<string> _things = new(StringComparer.Ordinal)
    {
        "template", "templates", "subject", "file", "files", "app", "apps", "version", "service", "provider", "server", "model", "channel", "format",
    };

    private readonly TypeReader _types;
    private readonly HashSet<ITypeSymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<string> _found = [];

    private PersonalData(TypeReader types) => _types = types;

    /// <summary>The members of the input and of results that look like personal data, in the order of the source, each once.</summary>
    public static List<string> In(List<StateMethod> methods, TypeReader types)
    {
        var search = new PersonalData(types);
        foreach (var method in methods)
        {
            if (method.Reader is not StateReader reader)
            {
                foreach (var parameter in method.Symbol.Parameters)
                {
                    search.Add(parameter.Name, null, types.Read(parameter.Type), parameter.Name);
                    search.Visit(parameter.Type);
                }
            }
            else if (reader.ResultType(method) is { } result)
            {
                search.Visit(result);
            }
        }

        return search._found;
    }

    private void Visit(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Visit(array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol named || !_visited.Add(type))
        {
            return;
        }

        foreach (var argument in named.TypeArguments)
        {
            Visit(argument);
        }

        if (_types.Read(type).Kind is not WireKind.Object || StepwiseSymbols.Contains(type))
        {
            return;
        }

        foreach (var property in _types.Properties(type))
        {
            Add(property.Symbol.Name, type.Name, property.Type, type.Name + "." + property.Symbol.Name);
            Visit(property.Symbol.Type);
        }
    }

    private void Add(string name, string? owner, WireType type, string text)
    {
        if (type.Kind is not (WireKind.Boolean or WireKind.Enum) && IsPersonal(name, owner) && !_found.Contains(text))
        {
            _found.Add(text);
        }
    }

    /// <summary>Whether the name of a member looks like personal data.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="owner">The simple name of the type that declares the member. It decides for a member <c>Name</c>: the name of a <c>Customer</c> is personal.</param>
    public static bool IsPersonal(string name, string? owner)
    {
        var words = WireNames.SnakeCase(name).Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || _facts.Contains(words[words.Length - 1]))
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var isPersonal = _words.Contains(words[i])
                || (words[i] == "mail" && i > 0 && words[i - 1] == "e")
                || (words[i] is "name" or "names" && (i > 0 ? _persons.Contains(words[i - 1]) : words.Length == 1 && IsPerson(owner)));
            if (isPersonal && !words.Skip(i + 1).Any(_things.Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPerson(string? type)
    {
        if (type is null)
        {
            return false;
        }

        var words = WireNames.SnakeCase(type).Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && _persons.Contains(words[words.Length - 1]);
    }
}
