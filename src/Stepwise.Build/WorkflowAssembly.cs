using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Stepwise.Build;

/// <summary>The workflows and artifacts of a compiled assembly. The assembly is read as data and never loaded, so none of its code runs and its file is not locked.</summary>
/// <param name="Artifacts">The files in it, in the order of the metadata.</param>
/// <param name="Workflows">The workflow classes in it.</param>
internal sealed record WorkflowAssembly(IReadOnlyList<WorkflowArtifact> Artifacts, IReadOnlyList<WorkflowType> Workflows)
{
    private const string AttributeNamespace = "Stepwise";
    private const string ArtifactAttribute = "WorkflowArtifactAttribute";
    private const string StateMachineAttribute = "StateMachineAttribute";

    public static WorkflowAssembly Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(stream, PEStreamOptions.PrefetchMetadata);
        if (!image.HasMetadata)
        {
            throw new BadImageFormatException($"'{file}' is not a .NET assembly.");
        }

        var metadata = image.GetMetadataReader();
        return new WorkflowAssembly(ReadArtifacts(metadata), ReadWorkflows(metadata));
    }

    private static List<WorkflowArtifact> ReadArtifacts(MetadataReader metadata)
    {
        var artifacts = new List<WorkflowArtifact>();
        foreach (var attribute in AttributesOf(metadata, metadata.GetAssemblyDefinition().GetCustomAttributes(), ArtifactAttribute))
        {
            var arguments = ReadLeadingStrings(metadata, attribute);
            if (arguments is [{ } path, { } content])
            {
                artifacts.Add(new WorkflowArtifact(path, content));
            }
        }

        return artifacts;
    }

    private static List<WorkflowType> ReadWorkflows(MetadataReader metadata)
    {
        var attributes = new Dictionary<TypeDefinitionHandle, CustomAttribute>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            foreach (var attribute in AttributesOf(metadata, metadata.GetTypeDefinition(handle).GetCustomAttributes(), StateMachineAttribute))
            {
                attributes[handle] = attribute;
            }
        }

        var workflows = new List<WorkflowType>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (attributes.TryGetValue(handle, out var attribute) && !IsInsideAnother(handle))
            {
                workflows.Add(new WorkflowType(FullNameOf(metadata, handle), ReadLeadingStrings(metadata, attribute).FirstOrDefault()));
            }
        }

        return workflows;

        bool IsInsideAnother(TypeDefinitionHandle handle)
        {
            for (var outer = metadata.GetTypeDefinition(handle).GetDeclaringType(); !outer.IsNil; outer = metadata.GetTypeDefinition(outer).GetDeclaringType())
            {
                if (attributes.ContainsKey(outer))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static IEnumerable<CustomAttribute> AttributesOf(MetadataReader metadata, CustomAttributeHandleCollection handles, string name)
    {
        foreach (var handle in handles)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (IsAttribute(metadata, attribute, name))
            {
                yield return attribute;
            }
        }
    }

    private static bool IsAttribute(MetadataReader metadata, CustomAttribute attribute, string name)
    {
        var type = attribute.Constructor.Kind == HandleKind.MemberReference
            ? metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            : metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => Matches(metadata.GetTypeReference((TypeReferenceHandle)type).Namespace, metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => Matches(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => false,
        };

        bool Matches(StringHandle actualNamespace, StringHandle actualName) =>
            metadata.StringComparer.Equals(actualName, name) && metadata.StringComparer.Equals(actualNamespace, AttributeNamespace);
    }

    /// <summary>Reads the arguments of the constructor up to the first one that is not a string.</summary>
    private static List<string?> ReadLeadingStrings(MetadataReader metadata, CustomAttribute attribute)
    {
        var signature = metadata.GetBlobReader(attribute.Constructor.Kind == HandleKind.MemberReference
            ? metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Signature
            : metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).Signature);
        signature.ReadSignatureHeader();
        var count = signature.ReadCompressedInteger();
        signature.ReadSignatureTypeCode();

        var value = metadata.GetBlobReader(attribute.Value);
        var arguments = new List<string?>(count);
        const ushort Prolog = 1;
        if (value.Length < 2 || value.ReadUInt16() != Prolog)
        {
            return arguments;
        }

        for (var index = 0; index < count && signature.ReadSignatureTypeCode() == SignatureTypeCode.String; index++)
        {
            arguments.Add(value.ReadSerializedString());
        }

        return arguments;
    }

    private static string FullNameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            return FullNameOf(metadata, outer) + "." + name;
        }

        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }
}
