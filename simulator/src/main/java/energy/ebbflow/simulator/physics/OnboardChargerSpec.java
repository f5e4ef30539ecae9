package energy.ebbflow.simulator.physics;

/**
 * A vehicle's AC charger.
 *
 * @param phases 1 or 3
 * @param ampsMax per phase, A
 * @param ampsMin below this it draws nothing, A
 * @param delaySeconds from a change of the duty until the current starts to move
 * @param rampAmpsPerSecond how fast it moves; the standard wants the new current within 5 s
 * @param efficiency from the outlet to the battery, above 0 up to 1
 */
public record OnboardChargerSpec(
    int phases,
    double ampsMax,
    double ampsMin,
    double delaySeconds,
    double rampAmpsPerSecond,
    double efficiency) {
  public OnboardChargerSpec {
    if (phases != 1 && phases != 3) {
      throw new IllegalArgumentException("on-board charger expects 1 or 3 phases, got " + phases);
    }
    if (!(ampsMax > 0 && ampsMin >= 0 && ampsMin <= ampsMax && delaySeconds >= 0)) {
      throw new IllegalArgumentException(
          "on-board charger expects 0 <= ampsMin <= ampsMax, got " + ampsMin + " and " + ampsMax);
    }
    if (!(rampAmpsPerSecond > 0 && efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          "on-board charger expects a ramp above 0 A/s and an efficiency above 0 up to 1, got "
              + rampAmpsPerSecond
              + " and "
              + efficiency);
    }
  }
}
