using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;

namespace Dams.Tests.Sidecars;

/// <summary>A folder with XML and images, and a run over it.</summary>
public sealed class XmlRunBuilder : IDisposable
{
    private readonly Lazy<ProtectionKey> _key;

    public XmlRunBuilder() => _key = new Lazy<ProtectionKey>(() =>
    {
        // Always the same: what tests expect of shifted dates has to be the same too.
        Files.Write("key", [.. Enumerable.Range(1, ProtectionKey.Length).Select(value => (byte)value)]);
        return ProtectionKey.Read(Files["key"]);
    });

    public TemporaryFolder Files { get; } = new();

    public RecordingListener Listener { get; } = new();

    public ProtectionKey Key => _key.Value;

    public string In => Path.GetFullPath(Files["in"]);

    public string Out => Path.GetFullPath(Files["out"]);

    public void Dispose() => Files.Dispose();

    /// <summary>The profile of a name or of a recipe.</summary>
    public static Profile Profile(string name, params ProfileOption[] options) =>
        ProfileBuilder.Build(new ProfileRequest(name, options, [], [], new Dictionary<string, string>()));

    /// <summary>A recipe in a file.</summary>
    public string Recipe(string text) => Files.Write("recipe.json", Encoding.UTF8.GetBytes(text));

    /// <summary>The options of a run.</summary>
    public XmlProtectionOptions Options(string profile = "Basic", bool inPlace = false) => new(inPlace ? null : Out, Profile(profile), Key);

    /// <summary>Runs over all that is there.</summary>
    public IReadOnlyList<ProtectedXml> Run(XmlProtectionOptions options, GivenIdentity? given = null) => new XmlProtectionRun(options, new RunContext(Listener))
        .Protect([In], SidecarIndex.Read([In], new RunContext(Listener) { Workers = 1 }), given ?? new GivenIdentity(null, null, null)).ToArray();

    /// <summary>What becomes of one text beside the images of Erika Muster.</summary>
    public string Protect(string text, string profile = "Basic", string name = "Plan_1.xml") => Encoding.UTF8.GetString(Protect(Encoding.UTF8.GetBytes(text), Options(profile), name));

    /// <summary>What becomes of one file beside the images of Erika Muster.</summary>
    public byte[] Protect(byte[] bytes, XmlProtectionOptions options, string name = "Plan_1.xml")
    {
        Files.WriteSeries("in/images", Planning.SourceUid);
        Files.Write($"in/{name}", bytes);
        var result = Run(options with { Force = true }).Single();
        return File.ReadAllBytes(result.Path);
    }
}
