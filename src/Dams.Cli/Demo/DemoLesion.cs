namespace Dams.Cli.Demo;

/// <summary>A tumour and the zone that was ablated around it: two spheres with one centre.</summary>
/// <param name="X">Millimetres from the axis of the body.</param>
/// <param name="Y">Millimetres from the axis of the body.</param>
/// <param name="Z">Millimetres along it.</param>
internal sealed record DemoLesion(int X, int Y, int Z, int TumorRadius, int AblationRadius)
{
    public bool IsTumor(int x, int y, int z) => IsWithin(TumorRadius, x, y, z);

    public bool IsAblation(int x, int y, int z) => IsWithin(AblationRadius, x, y, z);

    private bool IsWithin(int radius, int x, int y, int z)
    {
        var (dx, dy, dz) = (x - X, y - Y, z - Z);
        return (dx * dx) + (dy * dy) + (dz * dz) <= radius * radius;
    }
}
