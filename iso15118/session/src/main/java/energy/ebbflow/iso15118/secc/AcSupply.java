package energy.ebbflow.iso15118.secc;

/**
 * The grid side of an AC outlet, as ISO 15118-20 announces it.
 *
 * @param phases 1 or 3
 * @param nominalVolts between phase and neutral, 100 to 300 V
 * @param nominalHertz 50 or 60 Hz
 */
public record AcSupply(int phases, int nominalVolts, int nominalHertz) {
  /** Three phases of 230 V, 50 Hz. */
  public static final AcSupply EUROPE_THREE_PHASE = new AcSupply(3, 230, 50);

  public AcSupply {
    if (phases != 1 && phases != 3) {
      throw new IllegalArgumentException("an AC outlet has 1 or 3 phases, not " + phases);
    }
    if (nominalVolts < 100 || nominalVolts > 300) {
      throw new IllegalArgumentException("nominal voltage is 100 to 300 V, not " + nominalVolts);
    }
    if (nominalHertz != 50 && nominalHertz != 60) {
      throw new IllegalArgumentException("nominal frequency is 50 or 60 Hz, not " + nominalHertz);
    }
  }
}
