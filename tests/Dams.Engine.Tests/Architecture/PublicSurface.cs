using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dams.Tests.Architecture;

/// <summary>What an assembly lets others see: a line for each type and each of its members, in the order of their texts.</summary>
internal sealed class PublicSurface : ISignatureTypeProvider<string, bool>
{
    private readonly MetadataReader _reader;

    private PublicSurface(MetadataReader reader) => _reader = reader;

    public static string[] Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return [.. new PublicSurface(file.GetMetadataReader()).Lines().Order(StringComparer.Ordinal)];
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        FullName(reader.GetTypeDefinition(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string GetTypeFromSpecification(MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"ref {elementType}";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "function pointer";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType.Split('`')[0]}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(bool genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(bool genericContext, int index) => $"!{index}";

    // An accessor that only an initializer may call is so marked.
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        modifier.EndsWith("IsExternalInit", StringComparison.Ordinal) ? $"init {unmodifiedType}" : unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"{typeCode}";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    private IEnumerable<string> Lines()
    {
        foreach (var type in _reader.TypeDefinitions.Select(_reader.GetTypeDefinition).Where(IsVisible))
        {
            var name = FullName(type);
            // What an older framework lacks the compiler asks for by its name.
            if (name.StartsWith("System.", StringComparison.Ordinal))
                continue;
            yield return name;
            foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition).Where(field => IsVisible((MethodAttributes)field.Attributes)))
            {
                if ((field.Attributes & FieldAttributes.RTSpecialName) == 0)
                    yield return $"{name}.{_reader.GetString(field.Name)}{ValueOf(field)} -> {field.DecodeSignature(this, false)}";
            }
            foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition).Where(method => IsVisible(method.Attributes) && IsWritten(method)))
                yield return $"{name}.{Describe(method)}";
        }
    }

    private string Describe(MethodDefinition method)
    {
        var signature = method.DecodeSignature(this, false);
        var name = _reader.GetString(method.Name);
        var marks = (method.Attributes & MethodAttributes.Static) != 0 ? "static " : "";
        if (name.StartsWith("get_", StringComparison.Ordinal) && signature.ParameterTypes.Length == 0)
            return $"{name[4..]}.get -> {marks}{signature.ReturnType}";
        if (name.StartsWith("set_", StringComparison.Ordinal) && signature.ParameterTypes.Length == 1)
            return $"{name[4..]}.{(signature.ReturnType.StartsWith("init ", StringComparison.Ordinal) ? "init" : "set")} -> {marks}{signature.ParameterTypes[0]}";
        var names = method.GetParameters().Select(_reader.GetParameter).Where(parameter => parameter.SequenceNumber > 0)
            .ToDictionary(parameter => parameter.SequenceNumber - 1, parameter => _reader.GetString(parameter.Name));
        var parameters = signature.ParameterTypes.Select((type, i) => $"{type} {names.GetValueOrDefault(i)}".TrimEnd());
        return $"{name}({string.Join(", ", parameters)}) -> {marks}{signature.ReturnType}";
    }

    private string ValueOf(FieldDefinition field)
    {
        if (field.GetDefaultValue() is not { IsNil: false } handle)
            return "";
        var constant = _reader.GetConstant(handle);
        return $" = {_reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)}";
    }

    // What the compiler makes of a record is no word of ours.
    private bool IsWritten(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.SpecialName) != 0 && !_reader.GetString(method.Name).StartsWith("op_", StringComparison.Ordinal)
        || !method.GetCustomAttributes().Select(_reader.GetCustomAttribute).Any(attribute =>
            attribute.Constructor is { Kind: HandleKind.MemberReference } constructor
            && _reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
            && _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)type).Name) == "CompilerGeneratedAttribute");

    private bool IsVisible(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic or TypeAttributes.NestedFamily => IsVisible(_reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private string FullName(TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? Join(FullName(_reader.GetTypeDefinition(outer)), _reader.GetString(type.Name))
        : Join(_reader.GetString(type.Namespace), _reader.GetString(type.Name));

    private static string Join(string first, string second) => first.Length == 0 ? second : $"{first}.{second}";
}
