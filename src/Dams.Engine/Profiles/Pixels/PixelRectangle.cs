namespace Dams.Profiles.Pixels;

/// <summary>A rectangle of an image, its sides in pixels or as a part of the image.</summary>
internal sealed record PixelRectangle(PixelLength X, PixelLength Y, PixelLength Width, PixelLength Height)
{
    /// <summary>The rectangle in an image of a size, cut to it.</summary>
    public (int Left, int Top, int Right, int Bottom) In(int columns, int rows)
    {
        var (left, top) = (X.Of(columns), Y.Of(rows));
        return (left, top, left + Width.Of(columns) > columns ? columns : left + Width.Of(columns),
            top + Height.Of(rows) > rows ? rows : top + Height.Of(rows));
    }
}
