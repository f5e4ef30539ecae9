package energy.ebbflow.hal;

import java.util.Optional;

/**
 * One {@code [[evse]]} table of a board file. All limits are ratings of the hardware: magnitudes,
 * never negative, discharge included.
 *
 * @param id number of the EVSE, counts from 1
 * @param evseId identifier towards vehicles and back office, ISO 15118-2 Annex H: {@code
 *     DE*EBB*E0001*1}
 * @param connector kind of plug, for the back office
 * @param cable socket, or a cable that belongs to the station
 * @param phases of the grid connection, 1 or 3
 * @param nominalVolts grid voltage between line and neutral
 * @param fuse rating of the fuse towards the grid, per phase
 * @param contactor rating of the power contactors, per phase (AC) or per pole (DC)
 * @param ventilation whether the place is ventilated: state D may then be energised
 * @param connectorLock whether there is a lock with feedback
 * @param outlet what comes out: AC or DC, with its limits
 */
public record EvseConfig(
    int id,
    String evseId,
    Connector connector,
    Cable cable,
    int phases,
    Volts nominalVolts,
    Amps fuse,
    Amps contactor,
    boolean ventilation,
    boolean connectorLock,
    Outlet outlet) {

  /** Kinds of plugs. */
  public enum Connector {
    TYPE1,
    TYPE2,
    CCS1,
    CCS2
  }

  /** Who brings the cable. */
  public sealed interface Cable {
    /** The vehicle's user brings it; its rating comes from the proximity pilot. */
    record Socket() implements Cable {}

    /**
     * It is fixed to the station.
     *
     * @param rating of the cable and its plug
     */
    record Tethered(Amps rating) implements Cable {}
  }

  /** What comes out. */
  public sealed interface Outlet {
    /**
     * Alternating current.
     *
     * @param max highest current that is ever signalled, per phase, 6 to 80 A
     * @param dischargeMax highest current from the vehicle, per phase; zero: no discharge
     * @param phaseSwitching whether the contactors can connect one phase of three
     * @param reactiveVarsMax most reactive power that is asked of a vehicle, all phases together,
     *     at least 0; 0: none is
     */
    record Ac(Amps max, Amps dischargeMax, boolean phaseSwitching, double reactiveVarsMax)
        implements Outlet {
      /** An outlet that asks for no reactive power. */
      public Ac(Amps max, Amps dischargeMax, boolean phaseSwitching) {
        this(max, dischargeMax, phaseSwitching, 0);
      }
    }

    /**
     * Direct current.
     *
     * @param minVolts lowest output voltage
     * @param maxVolts highest output voltage
     * @param charge limits while charging
     * @param discharge limits while discharging; absent: charge only
     */
    record Dc(Volts minVolts, Volts maxVolts, Limits charge, Optional<Limits> discharge)
        implements Outlet {}

    /**
     * One direction of a DC outlet.
     *
     * @param minAmps smallest current that can be regulated
     * @param maxAmps largest current
     * @param minWatts smallest power
     * @param maxWatts largest power
     */
    record Limits(Amps minAmps, Amps maxAmps, Watts minWatts, Watts maxWatts) {}
  }
}
