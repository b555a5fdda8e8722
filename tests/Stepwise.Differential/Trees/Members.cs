using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>Reads of members.</summary>
internal static class Members
{
    /// <summary>A member of a value, with <c>?.</c> where C# warns about null.</summary>
    public static Node Of(Node target, Member member)
    {
        if (target.Type!.CountsAsNotNull)
        {
            return new("member", member.Type, "@." + member.Name, target) { IsPrimary = true };
        }

        // C# reads 'a?.B.C' as a whole: nothing is read if 'a' is null.
        return target.IsConditionalChain && DeclaredNotNull(target)
            ? new("member", member.Type.Nullable, "@." + member.Name, target) { IsPrimary = true, IsConditionalChain = true }
            : new("conditionalMember", member.Type.Nullable, "@?." + member.Name, target) { IsPrimary = true, IsConditionalChain = true };
    }

    /// <summary>Whether the last member of a chain is never null if the first is not.</summary>
    private static bool DeclaredNotNull(Node chain)
    {
        var record = chain.Children[0].Type!.Type as RecordType;
        var name = chain.Write(isExecuted: false);
        name = name[(name.LastIndexOf('.') + 1)..];
        return record?.Members.FirstOrDefault(member => member.Name == name) is { Type.MayBeNull: false, Type.Type.IsValueType: false };
    }
}
