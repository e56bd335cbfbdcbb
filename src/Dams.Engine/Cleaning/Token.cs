namespace Dams.Cleaning;

/// <summary>A run of letters or of digits in a text.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Folded">The letters in upper case without accents; digits as they are.</param>
/// <param name="IsNumber">Whether it is a run of digits.</param>
internal readonly record struct Token(int Start, int Length, string Folded, bool IsNumber)
{
    public int End => Start + Length;
}
