package energy.ebbflow.simulator.board;

import energy.ebbflow.simulator.physics.ContactorFault;

/** What a script does to the board from outside: a person, the grid, or a breaking part. */
public sealed interface BoardEvent {
  /** A contactor breaks or is mended. */
  record Contactors(ContactorFault fault) implements BoardEvent {}

  /** Isolation to earth changes, kΩ, at least 0. */
  record Isolation(double kiloOhms) implements BoardEvent {}

  /** The emergency stop is pressed or released. */
  record EmergencyStop(boolean pressed) implements BoardEvent {}

  /** The grid goes or comes back. */
  record Grid(boolean present) implements BoardEvent {}

  /** The residual-current device trips or is reset. */
  record ResidualCurrent(boolean tripped) implements BoardEvent {}

  /** The lock jams or is freed. */
  record LockJam(boolean jammed) implements BoardEvent {}

  /** The converter trips or is reset. */
  record ConverterTrip(boolean tripped) implements BoardEvent {}

  /** The meter falls silent or talks again. */
  record MeterSilent(boolean silent) implements BoardEvent {}

  /** The pilot line is shorted to earth inside the station, or is mended. */
  record PilotShort(boolean shorted) implements BoardEvent {}

  /** The protective earth is interrupted or mended. */
  record Earth(boolean connected) implements BoardEvent {}

  /** The controller's own supply announces its end, or recovers. */
  record Supply(boolean good) implements BoardEvent {}

  /** The grid's voltage between each phase and neutral changes, V, at least 0. */
  record GridVolts(double volts) implements BoardEvent {}

  /** A phase of the grid has no voltage, 1 to 3; 0: all have it again. */
  record PhaseLost(int phase) implements BoardEvent {}

  /** The meter shows this much more than flows, W. */
  record MeterLies(double watts) implements BoardEvent {}

  /** The surroundings change, °C; the hottest contact follows within minutes. */
  record Ambient(double celsius) implements BoardEvent {}

  /** The hottest contact jumps to this temperature, °C. */
  record Overheat(double celsius) implements BoardEvent {}

  /** The frequency of the grid changes, Hz; 0: nothing tells it any more. */
  record Frequency(double hertz) implements BoardEvent {}

  /** What the site draws beside this outlet changes, W; negative where it feeds in. */
  record SiteLoad(double watts) implements BoardEvent {}

  /** The grid operator bounds the outlet, W; a negative number: no longer. */
  record GridLimit(double watts) implements BoardEvent {}

  /** A card is held against the reader; {@code uid} in upper-case hex. */
  record Card(String uid) implements BoardEvent {}
}
