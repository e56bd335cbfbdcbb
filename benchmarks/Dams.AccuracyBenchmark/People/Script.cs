namespace Dams.Benchmarks.Accuracy.People;

/// <summary>What a person's own name is written in.</summary>
internal enum Script
{
    Ascii,
    Latin,
    Cyrillic,
    Kanji,
    Hangul,
    Han,
}
