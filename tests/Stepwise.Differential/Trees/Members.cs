using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>Reads of members.</summary>
internal static class Members
{
    /// <summary>A member of a value, with <c>?.</c> where C# warns about null.</summary>
    public static Node Of(Node target, Member member)
    {
        var isConditional = !target.Type!.CountsAsNotNull;
        if (isConditional && target.IsConditionalChain && DeclaredNotNull(target))
        {
            // C# reads 'a?.B.C' as a whole: nothing is read if 'a' is null.
            return new("member", member.Type.Nullable, "@." + member.Name, target) { IsPrimary = true, IsPath = target.IsPath, IsConditionalChain = true, Feature = FeatureOf(target, member) };
        }

        return isConditional
            ? new("conditionalMember", member.Type.Nullable, "@?." + member.Name, target) { IsPrimary = true, IsPath = target.IsPath, IsConditionalChain = true, Feature = FeatureOf(target, member) }
            : new("member", member.Type, "@." + member.Name, target) { IsPrimary = true, IsPath = target.IsPath, Feature = FeatureOf(target, member) };
    }

    /// <summary>Whether the last member of a chain is never null if the first is not.</summary>
    private static bool DeclaredNotNull(Node chain)
    {
        var record = chain.Children[0].Type!.Type as RecordType;
        var name = chain.Write(isExecuted: false);
        name = name[(name.LastIndexOf('.') + 1)..];
        return record?.Members.FirstOrDefault(member => member.Name == name) is { Type.MayBeNull: false, Type.Type.IsValueType: false };
    }

    private static string? FeatureOf(Node target, Member member) =>
        IsBehindTwoTests(target, member) ? Features.MemberBehindTwoTests
        : !target.IsPath && (member.Type.MayBeNull || target.Type!.MayBeNull) ? Features.NullableMemberOfComputed : member.Feature;

    /// <summary>Whether it is a member as in <c>a?.B?.C</c>, which is never null where neither of the two is.</summary>
    private static bool IsBehindTwoTests(Node target, Member member) =>
        !member.Type.MayBeNull
        && target.All().Count(static node => node.Kind == "conditionalMember") + (target.IsConditionalChain && DeclaredNotNull(target) ? 0 : 1) > 1;
}
