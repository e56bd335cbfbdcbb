using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dams.Tests.Architecture;

/// <summary>The types that the sources of an assembly declare outside other types, and which of each other they use.</summary>
/// <remarks>
/// What is inside a type, and what the compiler makes of it, counts for the type. A constant of another type, an enumeration's
/// value among them, is copied where it is used and leaves no trace.
/// </remarks>
internal sealed class CompiledTypes : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public CompiledTypes(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _reader = _file.GetMetadataReader();
    }

    /// <summary>Namespace and name of each type, and whether others can see it.</summary>
    public IEnumerable<(string Namespace, string Name, bool IsPublic)> All => Written().Select(type =>
    {
        var definition = _reader.GetTypeDefinition(type);
        return (_reader.GetString(definition.Namespace), NameOf(type), (definition.Attributes & TypeAttributes.Public) != 0);
    });

    /// <summary>The names of the types that each type uses.</summary>
    public IEnumerable<(string User, string Used)> Uses => Written().SelectMany(user =>
    {
        var used = new UsedTypes(_reader, _file);
        used.AddType(user);
        return used.Found.Select(OutermostOf).Where(type => type != user && IsWritten(type)).Distinct()
            .Select(type => (NameOf(user), NameOf(type)));
    });

    public void Dispose() => _file.Dispose();

    private IEnumerable<TypeDefinitionHandle> Written() => _reader.TypeDefinitions.Where(type => OutermostOf(type) == type && IsWritten(type));

    private bool IsWritten(TypeDefinitionHandle type) =>
        _reader.GetString(_reader.GetTypeDefinition(type).Namespace) is var space && (space == "Dams" || space.StartsWith("Dams.", StringComparison.Ordinal));

    private TypeDefinitionHandle OutermostOf(TypeDefinitionHandle type)
    {
        while (_reader.GetTypeDefinition(type).GetDeclaringType() is { IsNil: false } outer)
            type = outer;
        return type;
    }

    // Of a generic type without the number of its parameters.
    private string NameOf(TypeDefinitionHandle type) => _reader.GetString(_reader.GetTypeDefinition(type).Name).Split('`')[0];
}
