using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <content>Blocks: a value that is computed and read more than once is a variable.</content>
internal sealed partial class JsonataTranslator
{
    /// <summary>What the variables of the open blocks are called in JSONata.</summary>
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    private BlockVariables _names = new(new InvalidExpression(0), static name => name);
    private int _boundCount;

    /// <summary>A block with the values that a body reads.</summary>
    private JsonataFragment Let(LetExpression let, bool isDropped) => Scoped(() =>
    {
        var block = new BlockText(this);
        foreach (var binding in let.Bindings)
        {
            _variables[binding.Name] = block.Bind(binding.Name, Value(binding.Value));
        }

        return block.Return(isDropped ? Droppable(let.Body) : Value(let.Body));
    });

    /// <summary>Computes an operand once, into a variable. The variable always has a value, which may be null.</summary>
    private JsonataFragment Bound(Expression operand, Func<LocalExpression, JsonataFragment> use) => Scoped(() =>
    {
        var block = new BlockText(this);
        return block.Return(use(Bind(block, "value", operand)));
    });

    /// <summary>Binds a value that the model has no variable for.</summary>
    private LocalExpression Bind(BlockText block, string wanted, Expression value)
    {
        var local = new LocalExpression("$" + Number(++_boundCount), value.Type, value.Anchor);
        _variables[local.Name] = block.Bind(wanted, Value(value));
        return local;
    }

    private string Variable(LocalExpression local) => _variables.TryGetValue(local.Name, out var variable) ? variable : "$" + local.Name;

    /// <summary>Writes a block: variables, then a value.</summary>
    private sealed class BlockText(JsonataTranslator translator)
    {
        private readonly List<string> _statements = [];
        private readonly List<string> _bound = [];

        /// <summary>Binds a value to a variable, whose name it returns.</summary>
        public string Bind(string wanted, JsonataFragment value)
        {
            var variable = translator._names.Declare(wanted);
            _bound.Add(variable);
            _statements.Add(variable + " := " + value.Text);
            return variable;
        }

        /// <summary>Ends the block with its value.</summary>
        public JsonataFragment Return(JsonataFragment value)
        {
            foreach (var variable in _bound)
            {
                translator._names.Release(variable);
            }

            return _bound.Count == 0 ? value : Primary("(" + string.Join("; ", _statements) + "; " + value.Text + ")");
        }
    }
}
