using MinhBach.Shell;

namespace MinhBach.Monitoring.Boards;

/// <summary>What the pages of boards need.</summary>
internal sealed record BoardRoom(CityBoards Boards, BoardNames Names, BoardSight Sight, TimeProvider Clock, Words Words);
