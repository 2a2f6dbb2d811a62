package dev.pennant.bench.retail.oracle;

/** Sales, refunds and receipts in rows and columns, all in fen: plain arrays with a place for every cell that could be. */
final class SalesGrid {
    private final int columns;
    private final long[] sales;
    private final long[] refunds;
    private final int[] receipts;

    SalesGrid(int rows, int columns) {
        this.columns = columns;
        int cells = Math.multiplyExact(rows, columns);
        sales = new long[cells];
        refunds = new long[cells];
        receipts = new int[cells];
    }

    /** Counts a receipt; below zero it is a refund. */
    void add(int row, int column, long fen) {
        int cell = row * columns + column;
        if (fen < 0) {
            refunds[cell] -= fen;
        } else {
            sales[cell] += fen;
        }
        receipts[cell]++;
    }

    int columns() {
        return columns;
    }

    long net(int row, int column) {
        return sales[row * columns + column] - refunds[row * columns + column];
    }

    int receipts(int row, int column) {
        return receipts[row * columns + column];
    }

    /** A cell as the tables have it: sales, refunds and receipts, with tabs between. */
    String cell(int row, int column) {
        int cell = row * columns + column;
        return sales[cell] + "\t" + refunds[cell] + "\t" + receipts[cell];
    }

    /** How many cells of a row hold a receipt. */
    int filled(int row) {
        int filled = 0;
        for (int column = 0; column < columns; column++) {
            filled += receipts(row, column) > 0 ? 1 : 0;
        }
        return filled;
    }
}
