using System.Collections.Generic;
using Dams.Profiles.Pixels;

namespace Dams.Profiles.Recipes;

/// <summary>What a recipe file asks for: a profile to start from, and rules that win over it.</summary>
internal sealed record Recipe(
    string Profile,
    IReadOnlyCollection<ProfileOption> Options,
    IReadOnlyList<RecipeRule> Rules,
    IReadOnlyList<PixelRule> Pixels,
    IReadOnlyList<XmlRule> Xml);
