/**
 * Efficient XML Interchange (W3C EXI 1.0) in the profile of the vehicle protocols: bit-packed,
 * schema-informed, {@code strict=false}, no options in the header. The annotations here turn
 * records into a schema; the processor turns that schema into straight-line coders; the bit reader
 * and writer are what those coders run on.
 *
 * <p>A codec instance is owned by one thread. Nothing here keeps a reference to the caller's buffer
 * after a call.
 */
@NullMarked
package energy.ebbflow.exi;

import org.jspecify.annotations.NullMarked;
