using System.Collections.Generic;
using System.IO;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Subjects;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support;

/// <summary>Puts one file in memory through a profile.</summary>
internal static class Deidentified
{
    public static readonly NewIdentity Identity = new("SUBJ-0QXZ", "SUBJ-0QXZ_NEU", null);

    public static Profile Basic { get; } = Profile(ProfileBuilder.Basic);

    public static Profile Encode { get; } = Profile(ProfileBuilder.Encode);

    /// <summary>Builds a profile with rules of a user's own.</summary>
    public static Profile Profile(
        string name, string[]? remove = null, string[]? keep = null, Dictionary<string, string>? replace = null) =>
        ProfileBuilder.Build(new ProfileRequest(name, [], remove ?? [], keep ?? [], replace ?? []));

    /// <summary>The output of the profile Basic, unless another is given, for a file.</summary>
    public static byte[] Bytes(byte[] source, Profile? profile = null, NewIdentity? identity = null)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("source", source));
        var deidentifier = new InstanceDeidentifier(profile ?? Basic, TestKey.Key);
        var edits = deidentifier.Deidentify(file, InstanceFacts.Read(file), identity ?? Identity).Edits;
        using var target = new MemoryStream();
        FileRewriter.Write(file, edits, target, default);
        OutputVerifier.Verify(file, edits, folder.Write("output", target.ToArray()));
        return target.ToArray();
    }

    /// <summary>The same, read by the tests' own reader.</summary>
    public static FileReading Reading(byte[] source, Profile? profile = null, NewIdentity? identity = null) =>
        FileReading.Parse(Bytes(source, profile, identity));
}
