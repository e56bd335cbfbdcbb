using System.Collections.Generic;
using System.Text;

namespace Dams.Tests.Support;

/// <summary>Profiles with options, and from recipes.</summary>
internal static class ProfileOf
{
    public static Profile Basic(params ProfileOption[] options) => Named(ProfileBuilder.Basic, options);

    public static Profile Research(params ProfileOption[] options) => Named(ProfileBuilder.Research, options);

    public static Profile Recipe(string json)
    {
        using var folder = new TemporaryFolder();
        return Named(folder.Write("recipe.json", Encoding.UTF8.GetBytes(json)), []);
    }

    private static Profile Named(string name, ProfileOption[] options) =>
        ProfileBuilder.Build(new ProfileRequest(name, options, [], [], new Dictionary<string, string>()));
}
