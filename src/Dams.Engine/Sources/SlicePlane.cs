using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Sources;

/// <summary>Where a slice lies in its frame of reference (PS3.3 section C.7.6.2).</summary>
internal sealed class SlicePlane
{
    // A tenth of a millimetre: what writers round away, and less than any two slices lie apart.
    private const double PositionTolerance = 0.1;
    private const double DirectionTolerance = 1e-3;

    private readonly double[] _orientation;
    private readonly double[] _normal;

    private SlicePlane(double[] position, double[] orientation)
    {
        _orientation = orientation;
        var o = orientation;
        _normal =
        [
            (o[1] * o[5]) - (o[2] * o[4]),
            (o[2] * o[3]) - (o[0] * o[5]),
            (o[0] * o[4]) - (o[1] * o[3]),
        ];
        Location = (position[0] * _normal[0]) + (position[1] * _normal[1]) + (position[2] * _normal[2]);
    }

    /// <summary>Millimetres along the normal of the slices.</summary>
    public double Location { get; }

    /// <summary>Reads position and orientation at the root or from functional groups; null where they are not both there.</summary>
    public static SlicePlane? Read(DicomFile file, int positionContainer, int orientationContainer)
    {
        var position = file.DecimalsIn(positionContainer, KnownTag.ImagePositionPatient, 3);
        var orientation = file.DecimalsIn(orientationContainer, KnownTag.ImageOrientationPatient, 6);
        return position is null || orientation is null ? null : new SlicePlane(position, orientation);
    }

    /// <summary>Whether another slice lies parallel.</summary>
    public bool IsParallel(SlicePlane other)
    {
        var product = 0.0;
        for (var i = 0; i < 3; i++)
            product += _normal[i] * other._normal[i];
        return product > 1 - DirectionTolerance;
    }

    /// <summary>Whether rows and columns of another slice run the same way.</summary>
    public bool HasSameOrientation(SlicePlane other)
    {
        for (var i = 0; i < _orientation.Length; i++)
        {
            if (Math.Abs(_orientation[i] - other._orientation[i]) > DirectionTolerance)
                return false;
        }
        return true;
    }

    /// <summary>Whether another slice lies in the same plane.</summary>
    public bool IsSame(SlicePlane other) => IsParallel(other) && Math.Abs(Location - other.Location) <= PositionTolerance;
}
