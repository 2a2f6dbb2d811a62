package dev.pennant.core.retail;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers of 64 bits in as few bytes as they need, seven bits a byte, the lowest first. */
final class PackedNumber {
    private PackedNumber() {}

    static void write(long number, DataOutput out) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInput in) throws IOException {
        byte digit = in.readByte();
        long number = digit & 0x7F;
        for (int shift = 7; digit < 0; shift += 7) {
            digit = in.readByte();
            number |= (long) (digit & 0x7F) << shift;
        }
        return number;
    }
}
