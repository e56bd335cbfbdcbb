namespace Dams.Profiles.Recipes;

/// <summary>What a value of a JSON text is.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    Word,
}
